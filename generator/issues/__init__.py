"""Floor 14: issues that ask for a change of a plan: the forms, what is answered in them, what comes of it."""
