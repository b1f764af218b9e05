"""Lines and tables to events: what each piece is by its form and its words, wherever it stands."""
