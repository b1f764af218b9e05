"""Floor 4: the federation, its strategies and its unions' plans, frozen.  No input or output.

Positions ride along for later checks and take no part in equality.
"""

from generator.model.body import Body, Union
from generator.model.common import NOWHERE, Doubt, Gone, Noted, Proposal, Reference, Resolution, Section
from generator.model.federation import County, Federation, Home, Link, Role, Source
from generator.model.plan import (
    Course,
    Deviation,
    EarlierItem,
    Goal,
    LocalItem,
    Measure,
    NotPrioritised,
    Plan,
    PlanArea,
    Prerequisite,
    Responsible,
    StatusEntry,
)
from generator.model.strategy import Strategy, StrategyArea, StrategyItem
from generator.model.vocabularies import (
    AreaSign,
    DeviationKind,
    ItemKind,
    Level,
    Licence,
    ResolutionKind,
    Status,
    Wording,
)

__all__ = [
    "NOWHERE",
    "AreaSign",
    "Body",
    "County",
    "Course",
    "Deviation",
    "DeviationKind",
    "Doubt",
    "EarlierItem",
    "Federation",
    "Goal",
    "Gone",
    "Home",
    "ItemKind",
    "Level",
    "Licence",
    "Link",
    "LocalItem",
    "Measure",
    "NotPrioritised",
    "Noted",
    "Plan",
    "PlanArea",
    "Prerequisite",
    "Proposal",
    "Reference",
    "Resolution",
    "ResolutionKind",
    "Responsible",
    "Role",
    "Section",
    "Source",
    "Status",
    "StatusEntry",
    "Strategy",
    "StrategyArea",
    "StrategyItem",
    "Union",
    "Wording",
]
