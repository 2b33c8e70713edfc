"""Entries of a baseline that are found no more: they are told, and `--prune` drops them."""

from baselines import check, recorded

from textproof.baseline import (
    Baseline,
    Entry,
    write_baseline,
)


def test_stale_entries_are_reported_with_the_command_that_drops_them(glossed, run):
    """It drops them, adds nothing, and then nothing is stale."""
    run("baseline", "docs")
    (glossed / "docs" / "a.txt").write_text("學(xué)校\n", encoding="utf-8")
    (glossed / "docs" / "clean.txt").write_text("Ã©tÃ©\n", encoding="utf-8")
    status, lines = check(run, "docs")
    said = "3 entries of the baseline are stale: "
    assert status == 1
    assert lines[-1].startswith(said)
    command = lines[-1].removeprefix(said).split()
    assert command == ["textproof", "baseline", "--prune", "--file", "textproof-baseline.json",
                       "docs"]  # fmt: skip
    status, out, _ = run(*command[1:])
    assert (status, out) == (
        0,
        "3 stale entries dropped from textproof-baseline.json; 3 remain\n",
    )
    assert {entry.path for entry in recorded()} == {"docs/sub/b c.txt"}
    status, lines = check(run, "docs")
    assert status == 1
    assert lines[-1] == "3 findings are in the baseline"


def test_the_command_for_stale_entries_can_be_copied(glossed, run):
    """Paths with spaces are quoted, the configuration is named, many paths are cut short."""
    (glossed / "own.toml").write_text("fail-on = 'error'")
    (glossed / "docs" / "d.txt").write_text("fine")
    run("baseline", "docs", "--file", "my known.json")
    (glossed / "docs" / "sub" / "b c.txt").write_text("fine\n")
    paths = ["docs/sub/b c.txt", "docs/a.txt", "docs/clean.txt", "docs/d.txt"]
    arguments = ["--baseline", "my known.json", "--config", "own.toml"]
    assert (
        run("check", *paths, *arguments)[1]
        .splitlines()[-1]
        .endswith(
            "textproof baseline --prune --file 'my known.json' --config own.toml "
            "'docs/sub/b c.txt' docs/a.txt docs/clean.txt …"
        )
    )


def test_only_what_was_checked_can_be_stale(glossed, run):
    """A document that is not checked and a rule that does not run keep their entries."""
    run("baseline", "docs")
    for path in ("docs/a.txt", "docs/sub/b c.txt"):
        (glossed / path).write_text("fine\n")
    assert check(run, "docs/clean.txt") == (0, ["1 document: 1 passed"])
    _, out, _ = run("check", "docs", "--baseline", "textproof-baseline.json", "--select",
                    "encoding")  # fmt: skip
    assert "stale" not in out
    assert "3 entries of the baseline are stale" in check(run, "docs/a.txt")[1][-1]
    run("baseline", "--prune", "docs", "--ignore", "mojibake")
    assert len(recorded()) == 6
    run("baseline", "--prune", "docs/a.txt")
    assert {entry.path for entry in recorded()} == {"docs/sub/b c.txt"}


def test_entries_of_a_rule_that_is_no_more_are_stale(glossed, run):
    """Where all rules run, what none of them finds is gone; where some run, nobody knows."""
    entry = Entry("docs/a.txt", "a-rule-of-old", "0", "it was wrong")
    write_baseline(Baseline("textproof-baseline.json", (entry,)))
    run("baseline", "docs/a.txt", "--prune", "--select", "mojibake")
    assert recorded() == (entry,)
    run("baseline", "docs/a.txt", "--prune")
    assert recorded() == ()


def test_a_document_that_is_gone_from_a_checked_folder_is_stale(glossed, run):
    """Its entries are dropped with the folder; a check of other documents does not tell of it."""
    run("baseline", "docs")
    (glossed / "docs" / "a.txt").unlink()
    assert "stale" not in check(run, "docs/sub")[1][-1]
    assert "3 entries of the baseline are stale" in check(run, "docs")[1][-1]
    run("baseline", "--prune", "docs")
    assert {entry.path for entry in recorded()} == {"docs/sub/b c.txt"}


def test_a_document_that_is_left_out_is_not_gone(glossed, run):
    """What the configuration excludes was not checked, and is there."""
    run("baseline", "docs")
    (glossed / "textproof.toml").write_text("exclude = ['docs/a.txt']")
    assert check(run, "docs")[1] == ["2 documents: 2 passed", "3 findings are in the baseline"]
    run("baseline", "docs")
    run("baseline", "--prune", "docs")
    assert len(recorded()) == 6


def test_pruning_works_in_a_folder_without_documents(glossed, run):
    """Where all are gone, all entries go."""
    run("baseline", "docs")
    for path in ("docs/a.txt", "docs/sub/b c.txt", "docs/clean.txt"):
        (glossed / path).unlink()
    assert run("baseline", "--prune", "docs")[0] == 0
    assert recorded() == ()
