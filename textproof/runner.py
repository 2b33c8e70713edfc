"""Checking documents: decode, parse, screen, rules, suppress, verdict. There is no way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice

from textproof.clock import today
from textproof.config import Config, selected_rules
from textproof.decoding import Decoded, decode
from textproof.document import Document
from textproof.finding import Defect, Finding, Severity, Verdict
from textproof.placing import Claim, place
from textproof.results import DocumentResult, FieldValue, Skipped
from textproof.rewriting import as_written
from textproof.rule import Options, Rule
from textproof.screen import Screen
from textproof.spans import SpanSet
from textproof.suppression import suppress
from textproof.walking import Found, find_documents, read_document

DAMAGE = ("mojibake", "scripts")
"""The validators whose rules look for damage in all that is text, metadata too."""

BATCH = 64
"""Documents that a worker process is given at a time."""


def check_text(
    text: str, *, path: str | None = None, format: str | None = None, config: Config | None = None
) -> DocumentResult:
    """Check a text. Byte offsets are those of the text in UTF-8.

    Without a format the path's suffix says it, without a path it is plain text. ``ValueError``
    where there is no format of that name.
    """
    return check_decoded(Decoded(text, "utf-8"), path=path, format=format, config=config)


def check_bytes(
    data: bytes, *, path: str | None = None, format: str | None = None, config: Config | None = None
) -> DocumentResult:
    """Check the bytes of a document, its encoding too."""
    return check_decoded(decode(data, path), path=path, format=format, config=config)


def check_paths(
    paths: Iterable[str], *, config: Config | None = None, workers: int | None = None
) -> Iterator[DocumentResult]:
    """Check files and the documents of folders, in the given order.

    What is no text is skipped in a folder; a file that is named has the verdict unreadable then.
    ``workers`` is the number of processes; without it, one. ``OSError`` where a path is missing or
    cannot be opened.
    """
    config = config or Config()
    for result in check_documents(find_documents(paths, config), config, workers):
        if isinstance(result, DocumentResult):
            yield result


def check_documents(
    documents: Iterable[Found], config: Config, workers: int | None
) -> Iterator[DocumentResult | Skipped]:
    """Check files, in the given order. ``OSError`` where one cannot be opened.

    Where a contract asks for the lines that recur in its documents, these are read twice.
    """
    if any(contract.boilerplate_repeated for contract in config.types):
        from textproof.repeated_lines import with_repeated_lines

        documents = list(documents)
        config = with_repeated_lines(config, documents)
    if workers is None or workers <= 1:
        for found in documents:
            yield _check_found(found, config)
        return
    from concurrent.futures import ProcessPoolExecutor

    remaining = iter(documents)
    batches = iter(lambda: list(islice(remaining, BATCH)), [])
    pool = ProcessPoolExecutor(max_workers=workers, initializer=_quietly)
    try:
        with _no_interrupt():  # a worker that is interrupted as it begins would print a traceback
            checked = pool.map(_check_batch, batches, _repeated(config))
        for results in checked:
            yield from results
    finally:
        pool.shutdown(cancel_futures=True)


def _repeated(config: Config) -> Iterator[Config]:
    while True:
        yield config


def _quietly() -> None:
    """Let an interrupt end a worker without a traceback; the parent answers it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let an interrupt wait, where the system can, for this process and those that it begins."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _check_batch(documents: list[Found], config: Config) -> list[DocumentResult | Skipped]:
    return [_check_found(found, config) for found in documents]


def _check_found(found: Found, config: Config) -> DocumentResult | Skipped:
    data = read_document(found)
    if isinstance(data, Skipped):
        return data
    return check_bytes(data, path=found.path, config=config)


def check_file(path: str, config: Config) -> DocumentResult:
    """Check one file. ``OSError`` where it cannot be opened."""
    with open(path, "rb") as file:
        return check_bytes(file.read(), path=path, config=config)


def check_decoded(
    decoded: Decoded, *, path: str | None, format: str | None, config: Config | None
) -> DocumentResult:
    """Check a decoded document."""
    config = config or Config()
    document = Document(decoded, path=path, format=format, contract=config.contract_for(path))
    claims: list[Claim] = []
    options = Options(allow=config.allow, today=today())
    for rule in _screen(config.select, config.ignore, config.plugins).candidates(document):
        configured = config.severity.get(rule.name)
        try:
            defects = _defects(rule, document, options)
        except Exception as error:  # whatever a rule does, the user gets a finding
            claims.append((rule, Severity.ERROR, _crash(error)))
            continue
        for defect in defects:
            if document.text[defect.start : defect.end] not in options.allow:
                severity = configured or defect.severity or rule.severity
                claims.append((rule, severity, defect))
    claims = suppress(document, _owned(claims), config)
    return _result(document, place(document, claims) if claims else [], config)


def _defects(rule: Rule, document: Document, options: Options) -> list[Defect]:
    """What a rule finds, with its repairs as the format writes them; those of damage search the
    values of metadata as well."""
    if rule.validator not in DAMAGE or document.with_metadata is document:
        return [as_written(document, defect) for defect in rule.check(document, options)]
    from textproof.metadata_prose import hidden_values, written_in

    values = hidden_values(document) if document.format == "html" else []
    defects = []
    for defect in rule.check(document.with_metadata, options):
        field = next((v for v in values if v.start <= defect.start < v.end), None)
        if field and defect.repair:
            text = written_in(field, defect.repair.text)
            defects.append(defect._replace(repair=defect.repair._replace(text=text)))
        else:
            defects.append(as_written(document, defect))
    return defects


@lru_cache(maxsize=16)
def _screen(select: tuple[str, ...], ignore: tuple[str, ...], plugins: tuple[str, ...]) -> Screen:
    return Screen(selected_rules(select, ignore, plugins))


def _crash(error: Exception) -> Defect:
    """A rule that crashes is a finding of its own, and fails the run."""
    message = f"the rule crashed on this document ({type(error).__name__}: {error}); report it"
    return Defect(0, 0, message, detail={"crashed": True})


def _owned(claims: list[Claim]) -> list[Claim]:
    """The claims without those on characters that another rule owns."""
    owners = {name for rule, _, _ in claims for name in rule.yields_to}
    spans: dict[str, SpanSet] = {
        name: SpanSet((d.start, d.end) for rule, _, d in claims if rule.name == name)
        for name in owners
    }
    return [
        (rule, severity, defect)
        for rule, severity, defect in claims
        if not any(spans[name].overlaps(defect.start, defect.end) for name in rule.yields_to)
    ]


def _result(document: Document, findings: list[Finding], config: Config) -> DocumentResult:
    if document.decoded.encoding is None:
        verdict = Verdict.UNREADABLE
    elif any(finding.severity >= config.fail_on for finding in findings):
        verdict = Verdict.FAIL
    else:
        verdict = Verdict.PASS
    contract = document.contract
    fields = {}
    if contract:
        wanted = [field.name for field in contract.fields]
        for name in ("title", *wanted):
            field = document.fields.get(name)
            if field:
                fields[name] = FieldValue(field.value, *document.place(field.start))
    return DocumentResult(
        path=document.path,
        verdict=verdict,
        encoding=document.decoded.encoding,
        language=document.language,
        format=document.format,
        findings=tuple(findings),
        contract=contract.name if contract else None,
        fields=fields,
    )
