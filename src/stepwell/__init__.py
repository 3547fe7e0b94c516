"""Goal-setting logic for therapy of depression: pure, explained, kind.

Names are imported on first use, so ``import stepwell`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stepwell.catalog import Catalog
    from stepwell.decompose import ladder
    from stepwell.discovery import Answers, discover
    from stepwell.goals import Barrier, Category, Goal, Horizon, IfThenPlan
    from stepwell.instruments import PHQ9, Instrument
    from stepwell.measures import (
        Direction,
        Measure,
        Reading,
        Target,
        at_least,
        at_most,
        between,
        maintain,
    )
    from stepwell.memory import MemoryJournal
    from stepwell.ports import Appended, Journal, Record
    from stepwell.progress import report, roll_up, trajectory
    from stepwell.service import GoalBook
    from stepwell.smart import review, suggest
    from stepwell.steps import Step, StepPlan
    from stepwell.story import CarePlan, goal_lists, too_many

__all__ = [
    "PHQ9",
    "Answers",
    "Appended",
    "Barrier",
    "CarePlan",
    "Catalog",
    "Category",
    "Direction",
    "Goal",
    "GoalBook",
    "Horizon",
    "IfThenPlan",
    "Instrument",
    "Journal",
    "Measure",
    "MemoryJournal",
    "Reading",
    "Record",
    "Step",
    "StepPlan",
    "Target",
    "at_least",
    "at_most",
    "between",
    "discover",
    "goal_lists",
    "ladder",
    "maintain",
    "report",
    "review",
    "roll_up",
    "suggest",
    "too_many",
    "trajectory",
]

_HOMES = {
    "catalog": ("Catalog",),
    "decompose": ("ladder",),
    "discovery": ("Answers", "discover"),
    "goals": ("Barrier", "Category", "Goal", "Horizon", "IfThenPlan"),
    "instruments": ("PHQ9", "Instrument"),
    "measures": (
        "Direction",
        "Measure",
        "Reading",
        "Target",
        "at_least",
        "at_most",
        "between",
        "maintain",
    ),
    "memory": ("MemoryJournal",),
    "ports": ("Appended", "Journal", "Record"),
    "progress": ("report", "roll_up", "trajectory"),
    "service": ("GoalBook",),
    "smart": ("review", "suggest"),
    "steps": ("Step", "StepPlan"),
    "story": ("CarePlan", "goal_lists", "too_many"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # so that a misspelt name is an error to a type checker

    def __getattr__(name: str) -> Any:
        """Return a public name, importing its home on first use."""
        if name not in _HOME_OF:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
