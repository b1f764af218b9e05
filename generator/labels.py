"""Floor 8: the words that the site shows for each closed vocabulary."""

from enum import StrEnum

from generator.diagnostics import Message, message
from generator.model import DeviationKind, ItemKind, Level, ResolutionKind, Status
from generator.standing import Phase

LABELS: dict[StrEnum, Message] = {
    Status.NOT_STARTED: message("Not started"),
    Status.UNDER_WAY: message("Under way"),
    Status.PARTLY: message("Partly achieved"),
    Status.DONE: message("Done"),
    Status.ACHIEVED: message("Achieved"),
    Status.NOT_ACHIEVED: message("Not achieved"),
    Status.DROPPED: message("Dropped"),
    Phase.TO_COME: message("To come"),
    Phase.IN_FORCE: message("In force"),
    Phase.OVER: message("Period over"),
    Level.NATIONAL: message("National"),
    Level.COUNTY: message("County"),
    Level.UNION: message("Local union"),
    ItemKind.MAIN_GOAL: message("Main goal"),
    ItemKind.STRATEGIC_MEASURE: message("Strategic measure"),
    DeviationKind.WORDING: message("The plan words it otherwise"),
    DeviationKind.OMITTED: message("Not in the plan"),
    DeviationKind.ADDED: message("Added by the plan"),
    ResolutionKind.ADOPTED: message("adopted"),
    ResolutionKind.APPROVED: message("approved"),
    ResolutionKind.CONSIDERED: message("considered"),
}
