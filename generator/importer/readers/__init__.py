"""Files of all kinds (Word, PDF, text) to lines and tables in order, each with its place."""
