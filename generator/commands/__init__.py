"""Floor 17: commands that write sources, one module a command; `cli` adds them."""
