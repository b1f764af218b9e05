"""Events to a draft of a plan or a strategy: what each piece is by where it stands."""
