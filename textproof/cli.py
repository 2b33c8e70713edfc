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

REPORTS = "text, json, html"


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one sentence."""

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
    explain = commands.add_parser("explain", help="explain a rule")
    explain.add_argument("rule", metavar="RULE", help="the name of a rule, such as pinyin-gloss")
    commands.add_parser("rules", help="list the rules")
    return parser


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    _add_rules(parser)
    _add_report(parser, REPORTS)
    parser.add_argument(
        "--fail-on", choices=("error", "warning", "info"), help="least severity that fails"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="processes (default: by the work)")
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="the name of a document read from `-`"
    )
    parser.add_argument("--allow-empty", action="store_true", help="nothing to check is a pass")
    parser.add_argument("--all", action="store_true", help="print every finding, not the first few")
    parser.add_argument("--quiet", action="store_true", help="print nothing but errors")


def _add_fix(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    _add_rules(parser)
    parser.add_argument("--diff", action="store_true", help="show the repairs, write nothing")
    parser.add_argument("--unsafe", action="store_true", help="make the likely repairs too")


def _add_encodings(parser: argparse.ArgumentParser) -> None:
    _add_common(parser)
    _add_report(parser, "text, json")
    parser.set_defaults(select=[], ignore=[])


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files and folders, `-` for stdin")
    parser.add_argument("--config", metavar="FILE", help="configuration file")


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
    from textproof.commands import UsageError
    from textproof.config import ConfigError
    from textproof.walking import NoSuchPathError

    if isinstance(error, (UsageError, ConfigError, NoSuchPathError)):
        message = str(error)
    elif isinstance(error, OSError) and error.filename is not None:
        message = f"{os.fsdecode(error.filename)}: {(error.strerror or str(error)).lower()}"
    else:
        message = f"internal error, please report it ({type(error).__name__}: {error})"
    print(f"textproof: {message}", file=sys.stderr)
    return USAGE


if __name__ == "__main__":
    sys.exit(main())
