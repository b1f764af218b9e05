"""Floor 7: what changed in the plans since they came to git.

Days and contents of files are read, never who changed them or what was said of it: persons have no
place here.  Where there is no history, there is None, and nothing fails.
"""
