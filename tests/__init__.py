"""The tests: one file a module, one folder a fault."""
