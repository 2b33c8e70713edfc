"""Reports of a run: a file a format, each with a function `render`."""
