"""Rules about text that was damaged on its way: a rule a file."""
