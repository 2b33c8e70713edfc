"""A host that looks like another one.

What it finds
    In URLs and e-mail addresses, in prose, links, tags or code: a host whose label mixes scripts
    beyond UTS #39's moderately restrictive level (`pаypal.com` with a Cyrillic `а`); a host beyond
    ASCII that looks like another host of the document (one skeleton); and, as a warning, a label
    that is all Cyrillic or Greek look-alikes of Latin letters under a Latin top-level domain
    (`аррӏе.com`). Punycode (`xn--…`) is decoded. A label with Cyrillic and Latin letters that look
    like nothing else (`ваш-server.ru`) is a warning. Hosts of one script and of Han, kana, Hangul
    or Arabic with Latin are how names are written: `пример.рф`, `例え.jp`, `münchen.de`.

Why it matters
    The reader takes the link for one that it is not.

Example
    `https://раypal.com/login` reads as `paypal.com`.

Repair
    None: who wrote it may have wanted the other host, or the reader to think so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.hosts import Host, hosts
from textproof.look_alikes import look_alike, skeleton
from textproof.rule import Options, fact, rule
from textproof.scripts import is_moderately_restricted, script_of
from textproof.topics import speaks_of_look_alikes


@rule(
    "confusable-url",
    severity=Severity.ERROR,
    needs=(fact("foreign-host"),),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    found = list(hosts(document.text))
    if all(host.name.isascii() for host in found):
        return
    looks: dict[str, set[str]] = {}
    for name in {host.name for host in found}:
        looks.setdefault(skeleton(name), set()).add(name)
    lowered = speaks_of_look_alikes(document.text)
    for host in found:
        if host.name.isascii() or host.text in options.allow:
            continue
        others = sorted(looks[skeleton(host.name)] - {host.name})
        defect = _defect(host, others)
        if defect:
            yield defect._replace(severity=Severity.INFO) if lowered else defect


def _defect(host: Host, others: list[str]) -> Defect | None:
    """What is wrong with a host, among others of the document that look the same."""
    shown = "" if not host.text.isascii() else f" (“{host.name}”)"
    if others:
        return Defect(
            host.start, host.end, f"host{shown} looks like “{others[0]}”, another host here"
        )
    *labels, top = host.labels
    for label in labels:
        if not is_moderately_restricted(label):
            strange = next(char for char in label if script_of(char) not in ("", "Latn"))
            sure = any(_passes_for_latin(part) for part in re.findall(r"[^\W\d_a-z]+", label))
            return Defect(
                host.start,
                host.end,
                f"host{shown} mixes scripts in “{label}”: “{strange}” U+{ord(strange):04X}",
                severity=Severity.ERROR if sure else Severity.WARNING,
                confidence=0.98 if sure else 0.7,
            )
        if top.isascii() and not label.isascii() and _passes_for_latin(label):
            return Defect(
                host.start,
                host.end,
                f"host{shown} has a name of look-alikes: “{label}” reads “{skeleton(label)}”",
                severity=Severity.WARNING,
                confidence=0.8,
            )
    return None


def _passes_for_latin(text: str) -> bool:
    """Whether all letters of a text are of another alphabet and look like Latin ones."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(
        script_of(char) in ("Cyrl", "Grek", "Armn", "Cher") and look_alike(char, "Latn")
        for char in letters
    )
