"""The languages of the HTML report's interface: English, and what stands for it in others.

The key of a text is the text in English, so that the template can be read. Names of rules, their
documentation and the messages of findings are English everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

CHINESE: Mapping[str, str] = {
    # verdicts and severities
    "pass": "通过", "fail": "未通过", "unreadable": "无法读取",
    "error": "错误", "warning": "警告", "info": "提示",
    "passed": "通过", "failed": "未通过",
    "none": "无", "any": "全部", "no text": "非文本", "no path": "无路径",
    # the top of the page
    "Skip to the documents": "跳到文档列表",
    "Parts of the report": "报告目录",
    "Documents": "文档", "Findings": "问题", "Rules": "规则",
    "Safe repairs": "可安全修复", "Likely repairs": "可能的修复",
    "nothing to check": "无可检查", "No document was checked.": "没有检查任何文档。",
    "The document passed.": "文档通过。", "The document failed.": "文档未通过。",
    "All {count} documents passed.": "{count} 个文档全部通过。",
    "All {count} documents failed.": "{count} 个文档全部未通过。",
    "{failed} of {documents} documents failed": "{documents} 个文档中有 {failed} 个未通过",
    "{unreadable} of {documents} documents could not be read":
        "{documents} 个文档中有 {unreadable} 个无法读取",
    ", ": "，", ".": "。",
    "{count} in the baseline": "基线中另有 {count} 个",
    # charts
    "Charts": "图表",
    "Findings by rule": "按规则分类的问题", "Findings by severity": "按严重程度分类的问题",
    "Findings by folder": "按文件夹分类的问题", "Documents by encoding": "按编码分类的文档",
    "{count} others": "其他 {count} 项",
    # comparison
    "Compared with": "对比",
    "new": "新增", "gone": "已消失", "unchanged": "未变", "not checked this time": "本次未检查",
    "now": "本次",
    "Findings per run": "每次运行的问题数", "Failed documents per run": "每次运行未通过的文档数",
    "Gone since then": "此后消失的问题",
    "… and {count} more.": "……另有 {count} 个。",
    # the table
    "Search": "搜索", "Verdict": "结论", "Rule": "规则", "Show all": "全部显示",
    "Only new": "仅看新增",
    "Document": "文档", "Encoding": "编码", "Language": "语言", "Contract": "约定",
    "Errors": "错误", "Warnings": "警告", "Info": "提示",
    "Table of the documents": "文档列表",
    "{count} documents, the worst first": "{count} 个文档，最差的在前",
    "; {count} more are not in the table; the JSON report has all":
        "；另有 {count} 个不在表中，完整内容见 JSON 报告",
    "{shown} of {count} documents.": "显示 {count} 个文档中的 {shown} 个。",
    # documents and findings
    "{count} findings": "{count} 个问题",
    "{count} more findings": "另外 {count} 个问题",
    "The {count} documents with the most damage … and {more} more with findings; the JSON report "
    "has all.": "损坏最严重的 {count} 个文档……另有 {more} 个文档有问题，完整内容见 JSON 报告。",
    "All documents": "全部文档", "contract {name}": "约定 {name}",
    "Fields of {path}": "{path} 的字段", "Recognised fields": "识别出的字段",
    "Field": "字段", "Value": "值", "Place": "位置",
    "… and {count} more; the JSON report has all.": "……另有 {count} 个，完整内容见 JSON 报告。",
    "Line {line}, column {column}: link to this finding":
        "第 {line} 行，第 {column} 列：指向此问题的链接",
    "Safe repair": "安全修复", "Likely repair": "可能的修复",
    ": the document is written in {encoding}": "：文档改以 {encoding} 编码",
    ": it is taken out": "：删去",
    "{count} places: ": "{count} 处：", " and {count} more": "，另有 {count} 处",
    "{findings} findings in {documents} documents": "{documents} 个文档中的 {findings} 个问题",
    "Copy the command": "复制命令", "Copy the link": "复制链接", "Copied": "已复制",
    # the foot
    "A document fails on an error.": "有错误的文档即未通过。",
    "A document fails on a warning or an error.": "有警告或错误的文档即未通过。",
    "A document fails on any finding.": "有任何问题的文档即未通过。",
}  # fmt: skip

_TABLES: Mapping[str, Mapping[str, str]] = {"en": {}, "zh": CHINESE}
_TAGS = {"en": "en", "zh": "zh-Hans"}

LANGUAGES = tuple(_TABLES)
"""The names of the languages."""


class Language(NamedTuple):
    """A language of the interface, by its name."""

    name: str = "en"

    @property
    def tag(self) -> str:
        """The tag of the language in HTML."""
        return _TAGS[self.name]

    def say(self, text: str, **values: object) -> str:
        """A text of the interface; numbers are grouped.

        >>> Language("zh").say("{count} findings", count=1234)
        '1,234 个问题'
        >>> Language("en").say("{count} findings", count=1), Language().say("pass")
        ('1 finding', 'pass')
        """
        said = text if self.name == "en" else _TABLES[self.name][text]
        if self.name == "en" and 1 in values.values():
            said = _singular(said, values)
        shown = {k: f"{v:,}" if isinstance(v, int) else v for k, v in values.items()}
        return said.format(**shown) if values else said

    def counts(self, count: int, noun: str) -> str:
        """A number and its noun.

        >>> [Language(name).counts(2, "error") for name in LANGUAGES]
        ['2 errors', '2 个错误']
        """
        if self.name == "en":
            return f"{count:,} {noun}" if count == 1 or noun == "info" else f"{count:,} {noun}s"
        return f"{count:,} 个{self.say(noun)}"


def _singular(text: str, values: Mapping[str, object]) -> str:
    """An English text whose nouns follow the number one."""
    for name, value in values.items():
        if value == 1:
            for noun in ("more finding", "finding", "document", "other", "place"):
                text = text.replace(f"{{{name}}} {noun}s", f"{{{name}}} {noun}")
            text = text.replace(f"{{{name}}} more are not", f"{{{name}}} more is not")
    return text
