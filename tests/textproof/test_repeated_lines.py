"""Lines that stand in many documents of a type, found by a look at all of them."""

import pytest

from textproof import check_paths, check_text
from textproof.config import ConfigError
from textproof.config_file import load_config, parse_config
from textproof.repeated_lines import Counted

CONFIG = """
[type.news]
files = ["news/**"]
boilerplate.repeated = 0.5
"""
STORIES = (
    "The harbour reopened on Tuesday.",
    "The pier is painted blue.",
    "The tram line was approved.",
    "It rained for nine days.",
)
TOP, END = "Harbour News – the paper of the quay", "For more stories like this, write to us"


@pytest.fixture
def folder(tmp_path):
    """Four stories of a site whose menu and footer were scraped with them."""
    (tmp_path / "textproof.toml").write_text(CONFIG, "utf-8")
    for number, story in enumerate(STORIES):
        write(tmp_path, f"{number}.txt", f"{TOP}\n\n{story}\n\n{END}\n")
    return tmp_path


def write(folder, name, text):
    """A document of the folder."""
    path = folder / "news" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def found_in(folder, workers=None):
    """The findings of boilerplate: the file, the line and the words of each."""
    config = load_config(folder / "textproof.toml")
    return [
        (result.path.rpartition("/")[2], finding.line, finding.text)
        for result in check_paths([str(folder)], config=config, workers=workers)
        for finding in result.findings
        if finding.rule == "boilerplate"
    ]


def test_what_all_documents_share_is_found_in_each(folder):
    """Each at its own place, in the order of the documents."""
    assert found_in(folder) == [
        (f"{number}.txt", line, words)
        for number in range(4)
        for line, words in ((1, TOP), (5, END))
    ]


def test_several_processes_find_the_same(folder):
    """The lines are gathered once, before the documents are parted among them."""
    assert found_in(folder, workers=2) == found_in(folder)


def test_without_the_key_no_document_is_compared(folder):
    """Documents share many lines on purpose."""
    (folder / "textproof.toml").write_text(CONFIG.replace("boilerplate.repeated = 0.5", ""))
    assert found_in(folder) == []


def test_documents_of_no_type_are_not_compared(folder):
    """The contract says which documents are of one site."""
    (folder / "textproof.toml").write_text(CONFIG.replace("news/**", "other/**"))
    assert found_in(folder) == []


def test_two_documents_prove_nothing(folder):
    """Three at least must have a line."""
    for number in (2, 3):
        (folder / "news" / f"{number}.txt").unlink()
    assert found_in(folder) == []


@pytest.mark.parametrize(
    "line",
    [
        "Author: Ann Lee",
        "| station | tide |",
        "> The tide will come.",
        "    make install",
        "Copyright 2021 Harbour Labs",
        "SPDX-License-Identifier: MIT",
        "---------",
        "## Contents",
        "[pier]: https://example.org/pier",
        "<!-- markdownlint-disable -->",
        "---\ntitle: A walk\n---\n",
    ],
)
def test_what_documents_share_on_purpose_is_none(folder, line):
    """Fields, tables, quotations, code, licences, rules, headings, definitions, comments."""
    for number, story in enumerate(STORIES):
        (folder / "news" / f"{number}.txt").unlink()
        write(folder, f"{number}.md", f"{line}\n\n{story}\n")
    assert found_in(folder) == []


def test_a_line_of_few_documents_is_none(folder):
    """It stands in fewer than the wanted share."""
    for number in range(10, 20):
        write(folder, f"{number}.txt", f"On day {number} nothing happened at the quay.\n")
    assert found_in(folder) == []


def test_pages_are_left_alone(folder):
    """HTML still is in its template."""
    for number, story in enumerate(STORIES):
        (folder / "news" / f"{number}.txt").unlink()
        write(folder, f"{number}.html", f"<p>{TOP}</p><p>{story}</p><p>{END}</p>")
    assert found_in(folder) == []


def test_what_recurs_is_no_main_text(folder):
    """A contract's demand of characters is not met by a footer."""
    more = (
        CONFIG
        + "boilerplate.report = false\n[[type.news.sections]]\nname = 'body'\nmin_chars = 40\n"
    )
    (folder / "textproof.toml").write_text(more)
    config = load_config(folder / "textproof.toml")
    results = list(check_paths([str(folder)], config=config))
    assert {f.rule for result in results for f in result.findings} == {"short-section"}


def test_one_text_knows_of_no_others():
    """Only the lines that the contract itself has."""
    result = check_text(f"{TOP}\n\nText.\n", path="news/a.txt", config=parse_config(CONFIG))
    assert result.findings == ()


def test_memory_is_bounded():
    """However many documents there are, rare lines are forgotten, and the frequent one is kept."""
    counted = Counted(0.5)
    for number in range(5_000):
        counted.add([f"line {number}", f"another {number}", "The footer"])
    assert len(counted._counts) < 3 * counted._width
    assert counted.lines() == ("The footer",)


@pytest.mark.parametrize("share", ["0", "1.5", "-1", "'half'", "true"])
def test_a_share_is_more_than_none_and_at_most_all(share):
    """Anything else is an error of the configuration, at its line."""
    with pytest.raises(ConfigError) as error:
        parse_config(CONFIG.replace("0.5", share))
    assert "type.news.boilerplate.repeated must be" in str(error.value)
    assert error.value.line == 4
