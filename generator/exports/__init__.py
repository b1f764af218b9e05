"""Floor 10: the views as files for other programs, one module a format."""
