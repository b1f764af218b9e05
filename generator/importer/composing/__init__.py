"""A draft to a plan or a strategy of the model: ids, references, deadlines, doubts."""
