"""Rules about title, date, author and the other fields: a rule a file."""
