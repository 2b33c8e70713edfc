"""What tests of formats ask of a view."""

from textproof.formats import load
from textproof.view import MASK


def shown(format, text):
    """The prose of a text, with a dot for each mask."""
    return load(format).prose(text).text.replace(MASK, "·")


def structure(format, text):
    """The structure of a text."""
    module = load(format)
    return module.structure(text, module.prose(text), None)


def source(format, text, part):
    """What the source has where the prose has a part."""
    view = load(format).prose(text)
    start = view.text.index(part)
    low, high = view.source_span(start, start + len(part))
    return text[low:high]


def comments(format, text):
    """The comments of a text, each with what it speaks of behind it."""
    return [(text[c.start : c.end], text[c.end : c.reach]) for c in load(format).comments(text)]


def strings(format, text):
    """The stretches of prose between masks and line ends."""
    return [part for part in load(format).prose(text).text.replace("\n", MASK).split(MASK) if part]


def assert_mapped(format, text, meanings=lambda source: source):
    """Each character of the prose has its source behind that of the one before it, and is it, or
    among what it means."""
    view = load(format).prose(text)
    last = 0
    for index, char in enumerate(view.text):
        low, high = view.source_span(index, index + 1)
        assert last <= low < high <= len(text)
        if char not in (MASK, "\n"):
            assert char == text[low:high] or char in meanings(text[low:high])
        last = low
