"""The command line. Exit 0 is pass, 1 findings, 2 wrong usage; a traceback is never output."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from textproof import __version__

TYPE_CHECKING = False  # as in `typing`, whose import would double the start
if TYPE_CHECKING:
    from typing import NoReturn

PASS, FINDINGS, USAGE = 0, 1, 2

REPORTS = "{reports}"
"""Stands in the help for the names of the reports, which only the help looks up."""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one sentence."""

    def format_help(self) -> str:
        for action in self._actions:
            if action.help and REPORTS in action.help:
                from textproof.reports import available  # takes as long as the start

                action.help = action.help.replace(REPORTS, ", ".join(available()))
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"textproof: {message}; see `{self.prog} --help`\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    parser = _Parser(
        prog="textproof",
        description="A test harness for documents: finds damaged text, mixed scripts, broken "
        "metadata and missing sections.",
        epilog="Exit status: 0 pass, 1 findings at or above --fail-on, 2 wrong usage.",
    )
    parser.add_argument("--version", action="version", version=f"textproof {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_check(commands.add_parser("check", help="check documents"))
    _add_fix(commands.add_parser("fix", help="repair documents"))
    _add_baseline(
        commands.add_parser(
            "baseline",
            help="record the findings of today, for check --baseline",
            description="Records the findings of the documents in a file: `check --baseline FILE` "
            "leaves them out. Entries of documents that are not under PATH stay as they are.",
            epilog="Exit status: 0 recorded, 2 wrong usage.",
        )
    )
    _add_encodings(
        commands.add_parser(
            "encodings",
            help="list the encodings of files",
            description="A line for each file: encoding, how sure it is, byte order mark, line "
            "ends, path, and where the first bad byte is.",
            epilog="Exit status: 0 every file is UTF-8 (ASCII is) without a bad byte, 1 one is "
            "not, 2 wrong usage.",
        )
    )
    _add_inspect(
        commands.add_parser(
            "inspect",
            help="show what was understood of a document",
            description="Encoding, language, fields with their values and places, and the tree of "
            "the sections. A star marks what the contract names, a question mark a line that only "
            "looks like a heading.",
            epilog="Exit status: 0 every file is text, 1 one is not, 2 wrong usage.",
        )
    )
    _add_learn(
        commands.add_parser(
            "learn",
            help="draft a contract from good documents",
            description="Drafts a contract for each folder (and format in it) from what its "
            "documents have in common, with the evidence as comments. Say of good documents only: "
            "what all of them lack is not missed.",
            epilog="Exit status: 0 drafted, 2 wrong usage.",
        )
    )
    explain = commands.add_parser("explain", help="explain a rule, or what happened to a text")
    explained = explain.add_mutually_exclusive_group(required=True)
    explained.add_argument(
        "rule", metavar="RULE", nargs="?", help="the name of a rule, such as pinyin-gloss"
    )
    explained.add_argument(
        "--text",
        metavar="TEXT",
        help="a text that was read wrongly, or - for stdin",
    )
    commands.add_parser("rules", help="list the rules")
    commands.add_parser("lsp", help="serve an editor (language server protocol)")
    completion = commands.add_parser("completion", help="print a script of completion for a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell")
    config = commands.add_parser("config", help="show the configuration in force")
    config.add_argument("--config", metavar="FILE", help="configuration file")
    config.add_argument(
        "--schema", action="store_true", help="print the JSON Schema of the configuration"
    )
    _add_rules(config)
    return parser


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    _add_rules(parser)
    _add_report(parser, REPORTS)
    parser.add_argument(
        "--fail-on", choices=("error", "warning", "info"), help="least severity that fails"
    )
    parser.add_argument(
        "--baseline", metavar="FILE", help="leave out the findings that are recorded in FILE"
    )
    parser.add_argument(
        "--compare",
        metavar="OLD.json",
        action="append",
        default=[],
        help="say what is new, gone and unchanged since an earlier JSON report; repeatable, the "
        "oldest first, for a trend",
    )
    parser.add_argument(
        "--lang", choices=("en", "zh"), default="en", help="language of the HTML report"
    )
    parser.add_argument(
        "--diff-base", metavar="REV", help="only documents that changed since REV in git"
    )
    parser.add_argument(
        "--new-lines", action="store_true", help="with --diff-base: only findings on changed lines"
    )
    _add_jobs(parser)
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="the name of a document read from `-`"
    )
    _add_of_hooks(parser)
    parser.add_argument("--all", action="store_true", help="print every finding, not the first few")
    parser.add_argument(
        "--statistics", action="store_true", help="print counts by rule instead of the findings"
    )
    parser.add_argument("--quiet", action="store_true", help="print nothing but errors")


def _add_baseline(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    _add_rules(parser)
    _add_jobs(parser)
    parser.add_argument(
        "--file",
        metavar="FILE",
        help="the baseline (default: textproof-baseline.json beside the configuration file, "
        "without one in the working folder)",
    )
    parser.add_argument(
        "--prune", action="store_true", help="drop what is not found any more, add nothing"
    )


def _add_fix(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    _add_rules(parser)
    parser.add_argument("--diff", action="store_true", help="show the repairs, write nothing")
    parser.add_argument("--unsafe", action="store_true", help="make the likely repairs too")
    _add_of_hooks(parser)


def _add_of_hooks(parser: argparse.ArgumentParser) -> None:
    """What a hook needs that is given the names of files."""
    parser.add_argument("--allow-empty", action="store_true", help="no document at all is a pass")
    parser.add_argument(
        "--force-exclude",
        action="store_true",
        help="leave out files that the configuration excludes, even if they are named",
    )


def _add_encodings(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    _add_report(parser, "text, json")
    parser.set_defaults(select=[], ignore=[])


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    _add_report(parser, "text, json")
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="the name of a document read from `-`"
    )
    parser.set_defaults(select=[], ignore=[])


def _add_learn(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    parser.add_argument("--name", metavar="TYPE", help="the type's name (default: the folder's)")
    parser.set_defaults(select=[], ignore=[])


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files and folders, `-` for stdin")
    parser.add_argument("--config", metavar="FILE", help="configuration file")


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=int, metavar="N", help="processes (default: by the work)")


def _add_rules(parser: argparse.ArgumentParser) -> None:
    for name, meaning in (("--select", "only these"), ("--ignore", "not these")):
        parser.add_argument(
            name,
            metavar="NAMES",
            action="append",
            default=[],
            help=f"{meaning} rules or validators, by commas; repeatable",
        )


def _add_report(parser: argparse.ArgumentParser, formats: str) -> None:
    parser.add_argument(
        "--report",
        metavar="FORMAT[=FILE]",
        action="append",
        default=[],
        help=f"write a report: {formats}; to FILE, or without one to standard output; repeatable",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = build_parser().parse_args(arguments)
    command = importlib.import_module(f"textproof.commands.{options.command}")
    try:
        status: int = command.run(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # no traceback reaches a user
        return _failed(error)


def _failed(error: Exception) -> int:
    """One clear sentence on what went wrong."""
    from textproof.baseline import BaselineError
    from textproof.changes import ChangesError
    from textproof.commands import UsageError
    from textproof.comparison import ComparisonError
    from textproof.config import ConfigError
    from textproof.walking import NoSuchPathError

    known = (UsageError, ConfigError, NoSuchPathError, BaselineError, ChangesError, ComparisonError)
    if isinstance(error, known):
        message = str(error)
    elif isinstance(error, OSError) and error.filename is not None:
        message = f"{os.fsdecode(error.filename)}: {(error.strerror or str(error)).lower()}"
    else:
        message = f"internal error, please report it ({type(error).__name__}: {error})"
    print(f"textproof: {message}", file=sys.stderr)
    return USAGE


if __name__ == "__main__":
    sys.exit(main())
