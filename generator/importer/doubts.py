"""Why something of a document is in doubt, in the words that the editor reads in the draft."""

from generator.diagnostics import message

FOOTNOTE = message("A footnote")
ANOTHER_TITLE = message("A heading that was not recognised")
BEFORE_ALL = message("Stands before the first heading")
AFTER_A_LIST = message("A paragraph that stands after a list")
AFTER_A_MEASURE = message("A paragraph that stands after a measure")
NO_KEY = message("A label that plans here have no key for")
REPORT_UNREAD = message("What is reported was not understood")
NO_ITEM = message("It was not seen what this belongs to")
PARTS_UNSURE = message("Name, audience and time are perhaps not parted rightly")
DEADLINE_UNREAD = message("The deadline was not understood")
NO_TEXT = message("The text is missing in the document")
REWORDED = message("Taken for this main goal because it is like it")
GUESSED_GOAL = message("“{said}” was taken for the main goal that it is most like")
OWN_MAIN_GOAL = message("Stands among the main goals, but is none of the strategy's")
