"""The validators: a folder each, a rule a file. The index lists every rule for start-up."""
