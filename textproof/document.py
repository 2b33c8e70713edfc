"""A document as the rules see it: its text and the views of it that several rules need.

Every view is made when it is first asked for, so a document that no rule suspects costs nothing but
its decoding.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textproof.bare_headings import has_repeated_heading, may_have_bare_heading
from textproof.contract import Contract, SectionContract
from textproof.declarations import Declaration, find_declarations
from textproof.decoding import Decoded
from textproof.editorconfig import charset_of, may_declare_another
from textproof.formats import PLAIN, Format, format_of, is_page, load
from textproof.glosses import Gloss
from textproof.language import language_of
from textproof.lines import line_span, line_starts, with_line_feeds
from textproof.repertoire import Repertoire
from textproof.structure import Field, Section, Structure
from textproof.view import View

if TYPE_CHECKING:
    from textproof.anchors import Targets
    from textproof.entries import Entry
    from textproof.labels import Labelled
    from textproof.mixed_words import MixedWord
    from textproof.paragraphs import Paragraph
    from textproof.template_lines import TemplateLine


class Document:
    """One document: ``text`` is what its bytes decode to, every offset is one of code points."""

    def __init__(
        self,
        decoded: Decoded,
        *,
        path: str | None = None,
        format: str | None = None,
        contract: Contract | None = None,
    ) -> None:
        """``ValueError`` where there is no format of that name. ``visible`` is where the values of
        metadata begin behind the prose, if they stand there."""
        self.decoded = decoded
        self.text = with_line_feeds(decoded.text)
        self.path = path
        self.format = format or format_of(path)
        self.contract = contract
        self.visible: int | None = None
        self._format: Format = load(self.format)
        self.is_page_of_another = not self._format.RUNNING and is_page(self.text)
        if self.is_page_of_another:  # and bears the name of a table or a catalogue
            self.format, self._format = "html", load("html")

    @cached_property
    def prose(self) -> View:
        """What a reader reads. Code, tags and URLs are masked."""
        return self._format.prose(self.text)

    @cached_property
    def with_metadata(self) -> Document:
        """This document with the values of its metadata that are not in its prose behind it.

        The rules of damage search it; what holds of lines and sections does not hold of it.
        """
        if self.format not in ("html", "markdown"):
            return self
        from textproof.metadata_prose import prose_with_metadata

        prose = prose_with_metadata(self)
        if prose is None:
            return self
        whole = Document(self.decoded, path=self.path, format=self.format, contract=self.contract)
        whole.prose, whole.visible = prose, len(self.prose.text)
        whole.repertoire, whole.language = self.repertoire, self.language
        return whole

    @cached_property
    def repertoire(self) -> Repertoire:
        """The characters of the text."""
        decoded = self.decoded
        is_utf8 = decoded.encoding == "utf-8" and not decoded.damaged
        return Repertoire(self.text, decoded.data if is_utf8 else None)

    @cached_property
    def declarations(self) -> list[Declaration]:
        """The encodings that the document declares."""
        return find_declarations(self.text, self.format, self.path)

    @cached_property
    def project_charset(self) -> str | None:
        """The encoding that the project's `.editorconfig` declares for a file of this path."""
        return charset_of(self.path) if self.path and self.decoded.data is not None else None

    @property
    def may_have_project_charset(self) -> bool:
        """Whether an `.editorconfig` above the document's path could declare another encoding."""
        if self.path is None or self.decoded.data is None or self.text.isascii():
            return False
        return may_declare_another(self.path, self.decoded.encoding)

    @property
    def repeats_heading(self) -> bool:
        """Whether two headings may say the same, which is asked before any is looked for."""
        return has_repeated_heading(self.text, self.format)

    @property
    def indirect(self) -> bool:
        """Whether the prose may hold characters that the text does not show."""
        return self._format.INDIRECT

    @cached_property
    def may_be_of_no_language(self) -> bool:
        """Whether a sample has letters of no known language, or characters no Latin word has."""
        beyond = self.repertoire.beyond_ascii
        if not beyond:
            return False
        from textproof.misread_signs import is_doubtful

        return is_doubtful(self.screened, beyond)

    @property
    def special(self) -> str:
        """The characters that the format cannot write as they are."""
        return getattr(self._format, "SPECIAL", "")

    def written(self, text: str, source: str) -> str | None:
        """A text as the format writes it in the place of a source, None where it cannot. The source
        is what shows how it is written there; empty where it does not."""
        write: Callable[[str, str], str | None] | None = getattr(self._format, "written", None)
        return write(text, source) if write else None

    @property
    def running(self) -> bool:
        """Whether the prose is one running text, and not strings that each stand for themselves."""
        return self._format.RUNNING

    @property
    def may_have_bare_heading(self) -> bool:
        """Whether a heading may have nothing under it, by its lines or by what the format says."""
        look = getattr(self._format, "may_have_bare_heading", None)
        return may_have_bare_heading(self.text, self.format) or bool(look and look(self.text))

    @property
    def screened(self) -> str:
        """What is searched for the signs of a defect before a view is made: the text, what is not
        prose with it; or the prose, where that may hold characters that the text does not show."""
        return self.prose.text if self.indirect else self.text

    @cached_property
    def glosses(self) -> tuple[Gloss, ...]:
        """The injected pinyin glosses, as spans of the prose."""
        from textproof.document_fields import glosses_of

        return glosses_of(self)

    @cached_property
    def without_glosses(self) -> View:
        """The prose without the injected glosses: labels, headings and phrases are found here."""
        if not self.glosses:
            return self.prose
        known = (gloss for gloss in self.glosses if gloss.replacement is not None)
        return self.prose.replacing((g.start, g.end, g.replacement or "") for g in known)

    @cached_property
    def mixed_words(self) -> tuple[MixedWord, ...]:
        """The words of the prose with letters of several alphabets."""
        from textproof.document_fields import mixed_words_of

        return mixed_words_of(self)

    @cached_property
    def language(self) -> str | None:
        """The language, where the script tells it: zh-Hans, zh-Hant, zh-Hant-TW, ja, ko …"""
        if not self.indirect and not self.repertoire.may_be_east_asian:
            return None
        return language_of(self.screened)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, each with a text as long as its span; none in a format without them."""
        from textproof.paragraphs import paragraphs_of

        return tuple(paragraphs_of(self))

    @cached_property
    def template_lines(self) -> tuple[TemplateLine, ...]:
        """The lines of the prose without glosses that a page's template left there."""
        from textproof.template_lines import find, may_hold_some

        return tuple(find(self.without_glosses.text)) if may_hold_some(self.screened) else ()

    @cached_property
    def targets(self) -> Targets:
        """Its own links, and what their fragments can lead to."""
        from textproof.anchors import Targets

        return Targets(self)

    @cached_property
    def structure(self) -> Structure:
        """Title, fields and sections as the format knows them."""
        view = self.without_glosses if self.glosses or not self._outline else self._outline
        return self._format.structure(self.text, view, self.contract)

    @cached_property
    def _outline(self) -> View | None:
        """What holds all headings of the prose, where the format knows it for less."""
        outline = getattr(self._format, "outline", None)
        return outline(self.text) if outline else None

    @cached_property
    def heading_levels(self) -> list[int]:
        """The levels of the headings that say something, in the order of the text."""
        levels = getattr(self._format, "heading_levels", None)
        if levels:
            return list(levels(self.text, self._outline))
        return [section.level for section in self.sections if section.heading]

    @cached_property
    def own_fields(self) -> tuple[Field, ...]:
        """The fields of the markup alone, without a look at the rest where the format knows how."""
        read = getattr(self._format, "fields", None)
        return tuple(read(self.text)) if read else self.structure.fields

    @cached_property
    def metadata(self) -> tuple[Entry, ...]:
        """The metadata with where each value was said, of markup and of labels at the start."""
        from textproof.entries import read_entries

        return read_entries(self)

    @cached_property
    def broken_metadata(self) -> tuple[str, int] | None:
        """What is wrong with the block of metadata as a whole, as a message and its offset."""
        return self._format.broken_metadata(self.text)

    @cached_property
    def labelled(self) -> tuple[Labelled, ...]:
        """The labelled fields in the prose without glosses, by the contract's and known labels."""
        from textproof.document_fields import labelled_of

        return labelled_of(self)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The metadata fields by name, the first of each: markup, then labels, then the title."""
        from textproof.document_fields import fields_of

        return fields_of(self)

    @cached_property
    def title(self) -> Field | None:
        """The title: the line that the contract describes, or the one that the format knows."""
        from textproof.document_fields import title_of

        return title_of(self)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections in the order of the text."""
        find = None if self.glosses else getattr(self._format, "sections", None)
        return find(self.text, self._outline) if find else self.structure.sections

    def sections_under(self, wanted: SectionContract) -> list[Section]:
        """The sections under a heading of the contract's; plain text has no levels to speak of."""
        headed = [section for section in self.sections if wanted.heads(section.heading)]
        if wanted.level is None or self.format == PLAIN:
            return headed
        return [section for section in headed if section.level == wanted.level]

    @cached_property
    def main_text(self) -> str:
        """The prose in no field, frame and boilerplate, and under no heading of the contract."""
        from textproof.document_fields import main_text_of

        return main_text_of(self)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character. Lines end in LF, CR LF or CR."""
        return line_starts(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both 1-based.

        >>> Document(Decoded("a\\r\\nbc", "utf-8")).place(4)
        (2, 2)
        """
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_span(self, line: int) -> tuple[int, int]:
        """The span of a line (1-based), without its line end."""
        return line_span(self.text, self.line_starts, line)
