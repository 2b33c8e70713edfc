"""`textproof learn DIR`: draft a contract from good documents."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence

from textproof.commands import UsageError, configuration, nothing_to
from textproof.config import Config
from textproof.config_file import parse_config
from textproof.decoding import decode
from textproof.document import Document
from textproof.drafting import draft
from textproof.formats import format_of
from textproof.learning import gather
from textproof.reports._display import visible
from textproof.results import Skipped, skipping
from textproof.runner import check_decoded
from textproof.walking import Found, find_documents, read_document

MOST = 1_000
"""Documents of a format from which is learnt: more show nothing new, and are kept in memory."""

LEAST = 3
"""Documents from which on something can be learnt: what two have in common may be an accident."""


def run(options: argparse.Namespace) -> int:
    """Print a contract for each folder, and for each format in it."""
    config = configuration(options)
    if "-" in options.paths:
        raise UsageError("learn reads folders; it does not read standard input")
    drafts: list[str] = []
    skipped: list[Skipped] = []
    for path in options.paths:
        groups = _by_format(path, config, skipped)
        if not groups:
            raise nothing_to("learn from", [path], config, skipped)
        named = options.name if options.name and len(options.paths) == 1 else _name_of(path, config)
        for format, documents in groups.items():
            if len(documents) >= LEAST:
                name = named if len(groups) == 1 else f"{named}-{format}"
                drafts.append(draft(name, _files(path, documents, config), gather(documents)))
                _say(name, documents, drafts[-1], config)
            else:
                print(f"textproof: {visible(path)}: {_few(documents)}", file=sys.stderr)
    if not drafts:
        raise UsageError(f"nothing to learn: a type wants {LEAST} documents at least")
    sys.stdout.write("\n".join(drafts))
    if skipped:
        print(skipping(skipped), file=sys.stderr)
    return 0


def _few(documents: Sequence[Document]) -> str:
    count = "1 document is" if len(documents) == 1 else f"{len(documents)} documents are"
    return f"{count} in {documents[0].format}, too few to learn from"


def _by_format(path: str, config: Config, skipped: list[Skipped]) -> dict[str, list[Document]]:
    """The documents of a folder that are text, by their formats; of very many some."""
    found: dict[str, list[Found]] = {}
    for each in find_documents([path], config):
        found.setdefault(format_of(each.path), []).append(each)
    groups: dict[str, list[Document]] = {}
    for format, files in found.items():
        step = -(-len(files) // MOST)
        for file in files[::step]:
            data = read_document(file)
            if isinstance(data, Skipped):
                skipped.append(data)
                continue
            document = Document(decode(data, file.path), path=file.path)
            if document.decoded.encoding is not None:
                groups.setdefault(format, []).append(document)
        if step > 1 and format in groups:
            many = f"{len(groups[format]):,} of {len(files):,} documents in {format}"
            print(f"textproof: {visible(path)}: learning from {many}", file=sys.stderr)
    return groups


def _name_of(path: str, config: Config) -> str:
    """The name of a type: that of its folder."""
    folder = (
        config.relative(path) if os.path.isdir(path) else config.relative(os.path.dirname(path))
    )
    words = re.findall(r"[^\W_]+", os.path.basename(folder))
    return "-".join(words) or "documents"


def _files(path: str, documents: Sequence[Document], config: Config) -> str:
    """A pattern for the files of a folder in one format."""
    folder = config.relative(path)
    suffixes = sorted({os.path.splitext(d.path or "")[1].removeprefix(".") for d in documents})
    ending = suffixes[0] if len(suffixes) == 1 else f"{{{','.join(suffixes)}}}"
    if not os.path.isdir(path):
        return folder
    return f"**/*.{ending}" if folder == "." else f"{folder}/**/*.{ending}"


def _say(name: str, documents: Sequence[Document], text: str, config: Config) -> None:
    """Say what the draft finds in the documents that it is from: that should be nothing."""
    drafted = parse_config(text)._replace(root=config.root, select=("metadata", "sections"))
    found = [
        finding
        for document in documents
        for finding in check_decoded(
            document.decoded, path=document.path, format=None, config=drafted
        ).findings
        if finding.severity >= config.fail_on
    ]
    what = "finds nothing in them" if not found else f"finds {len(found):,} errors in them"
    print(f"{name}: drafted from {len(documents):,} documents; it {what}", file=sys.stderr)
