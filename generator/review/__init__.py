"""Floor 16: what a change of the plans does, told in few words to those who are to agree to it.

Two editions of the sources are compared: what is here, and what was there when it forked from another
line.  What is told is a `Summary`, plain texts of bounded length, which may come from a stranger's hand:
it is made of plans, carried as JSON, and printed by a template that encodes all of it.
"""
