"""Checking what changed since a revision of git: findings on lines that are new."""

from pages import GLOSSED
from work_tree import CLEAN, commit, git, write

from textproof import check_text
from textproof.changes import _is_on


def test_new_lines_of_odd_names_are_found(repository, found):
    """A name with wildcards stands for itself, and so does one with a colon or a line end."""
    names = ["[ab].txt", ":x.txt", "line\nend.txt", "企業.txt"]
    for name in names:
        write(name, GLOSSED + CLEAN)
    commit()
    git("branch", "now")
    for name in names:
        write(name, GLOSSED + CLEAN + "Ã©tÃ©\n")
    write("a.txt", "New.\n" + CLEAN)
    assert set(found(".", base="now")) == {(name, 22, "wrong-decode") for name in names}


def test_a_program_that_shows_other_lines_is_not_asked(repository, found):
    """`textconv` is for people's eyes."""
    git("config", "diff.words.textconv", "tr ' ' '\\n' <")
    write(".gitattributes", "*.txt diff=words\n")
    write("a.txt", CLEAN + GLOSSED)
    commit()
    git("branch", "now")
    write("a.txt", CLEAN + GLOSSED + "Ã©tÃ©\n")
    assert found(".", base="now") == [("a.txt", 22, "wrong-decode")]


def test_only_findings_on_new_lines_count(repository, found, run):
    """Added and changed lines, not what stands around them or was only moved down."""
    write("a.txt", GLOSSED + CLEAN + "Ã©tÃ©\n" + CLEAN)
    commit()
    git("branch", "now")
    write("a.txt", "New.\n" + GLOSSED + CLEAN + "Ã©tÃ©\n" + CLEAN)
    assert found(".", base="now") == []
    assert run("check", ".", "--diff-base", "now", "--new-lines")[0] == 0
    assert run("check", ".", "--diff-base", "now")[0] == 1
    write("a.txt", GLOSSED + CLEAN + "Ã©tÃ©!\n" + CLEAN + "Â«\xa0quotedÂ\xa0Â»\n")
    assert {line for _, line, _ in found(".", base="now")} == {22, 43}


def test_every_line_of_a_new_document_is_new(repository, found):
    """Committed, staged and not known to git; and a finding about the whole document counts."""
    for name in ("committed.txt", "staged.txt", "unknown.txt"):
        write(name, "Правила пользования читальным залом библиотеки.\n".encode("cp1251"))
        if name == "committed.txt":
            commit()
        if name == "staged.txt":
            git("add", name)
    assert found(".") == [(f"{name}.txt", 1, "not-utf8")
                          for name in ("committed", "staged", "unknown")]  # fmt: skip


def test_a_finding_about_the_whole_document_counts_for_a_new_one_only(repository, found, run):
    """It is on no line, not on the first."""
    russian = "Правила пользования читальным залом библиотеки.\n".encode("cp1251")
    write("a.txt", russian)
    commit()
    git("branch", "now")
    write("a.txt", russian[2:] * 2)
    assert found(".", base="now") == []
    assert run("check", ".", "--diff-base", "now", "--new-lines")[0] == 0
    write("b.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert found("b.txt", base="now") == [("b.txt", 1, "not-utf8")]


def test_a_renamed_document_has_the_lines_that_changed(repository, found):
    """Not all of them."""
    write("a.txt", GLOSSED + CLEAN)
    commit()
    git("branch", "now")
    git("mv", "a.txt", "z.txt")
    assert found(".", base="now") == []
    write("z.txt", GLOSSED + CLEAN + "Ã©tÃ©\n")
    assert found(".", base="now") == [("z.txt", 22, "wrong-decode")]


def test_a_finding_over_several_lines_counts_when_one_of_them_is_new(repository, found):
    """Its first, its last, or one between; the line after its line end is not one of them."""
    (repository / "textproof.toml").write_text(
        '[type.page]\nfiles = ["**/*.md"]\n[[type.page.sections]]\nheading = ["Body"]\n'
        "min_chars = 900\n"
    )
    write("a.txt", "one\r\n" * 9 + "two\nthree\r\n")
    commit()
    git("branch", "now")
    write("a.txt", "one\r\n" * 9 + "two\nfour\r\n")
    assert found(".", base="now") == []
    write("a.txt", "one\r\n" * 9 + "five\nthree\r\n")
    assert found(".", base="now") == [("a.txt", 10, "mixed-newlines")]


def test_each_line_of_a_finding_counts():
    """From its first to its last; one that ends where a line begins is not on that line."""
    finding = check_text(GLOSSED).findings[0]
    long = finding._replace(line=2, end_line=4, end_column=3)
    assert [line for line in range(1, 7) if _is_on(long, {line})] == [2, 3, 4]
    ended = long._replace(end_column=1)
    assert [line for line in range(1, 7) if _is_on(ended, {line})] == [2, 3]
    empty = finding._replace(line=2, end_line=2, end_column=1)
    assert [line for line in range(1, 7) if _is_on(empty, {line})] == [2]


def test_a_finding_with_many_places_counts_when_one_of_them_is_new(repository, found):
    """Wherever its first place is."""
    han = "「一」、「二」、「三」。\n以來,以習近平\n同志,為\n核心,的黨\n"
    write("a.txt", han)
    commit()
    git("branch", "now")
    write("a.txt", han + "結束。\n")
    assert found(".", base="now") == []
    write("a.txt", han + "中央,黨\n")
    assert found(".", base="now") == [("a.txt", 2, "folded-width")]


def test_lines_that_end_in_a_carriage_return_are_counted_as_textproof_does(repository, found):
    """Git knows LF alone; a line of git may be several."""
    text = "one\rtwo\rÃ©tÃ©\r\nfour\r\n{}\r\nsix\rseven\r\n"
    write("a.txt", text.format("five"))
    commit()
    git("branch", "now")
    write("a.txt", text.format("Ã©tÃ©"))
    lines = {line for _, line, rule in found(".", base="now") if rule == "wrong-decode"}
    assert lines == {5}


def test_all_lines_of_a_changed_utf_16_document_count(repository, found):
    """Git takes it for binary and knows no lines."""
    write("a.txt", f"\ufeff{GLOSSED}".encode("utf-16-le"))
    commit()
    git("branch", "now")
    assert found(".", base="now") == []
    write("a.txt", f"\ufeff{GLOSSED}上\n".encode("utf-16-le"))
    assert {line for _, line, _ in found(".", base="now")} == {1}


def test_lines_of_utf_16_that_git_reads_as_text_are_told_apart(repository, found):
    """With `working-tree-encoding` git counts lines of the text."""
    write(".gitattributes", "a.txt text working-tree-encoding=UTF-16LE\n")
    text = "上\r\n" * 3 + GLOSSED + "上\n"
    write("a.txt", text.encode("utf-16-le"))
    commit()
    git("branch", "now")
    write("a.txt", f"{text}學(xué)校\n".encode("utf-16-le"))
    assert [line for _, line, rule in found(".", base="now") if rule == "pinyin-gloss"] == [6]


def test_an_attribute_that_hides_the_lines_does_not_hide_the_findings(repository, found):
    """`-diff` and `binary` are about what is shown."""
    write(".gitattributes", "*.txt binary\n")
    write("a.txt", GLOSSED + CLEAN)
    commit()
    git("branch", "now")
    write("a.txt", GLOSSED + CLEAN + "Ã©tÃ©\n")
    assert found(".", base="now") == [("a.txt", 22, "wrong-decode")]
