"""Floor 9: documents of unions to drafts of plans."""
