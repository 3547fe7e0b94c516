"""A person's story: what happened, what it adds up to, what may happen next."""

from __future__ import annotations

from stepwell.story.actions import (
    AddGoal,
    ChangeAchievement,
    ChangeLifecycle,
    Decision,
    RateGoal,
    RecordReading,
    RecordScore,
    RecordStep,
    Request,
    ReviseTarget,
    decide,
    signals_of,
)
from stepwell.story.careplan import CarePlan, PlannedGoal, Recorded, TargetVersion
from stepwell.story.events import (
    EVENTS,
    AchievementChanged,
    Event,
    GoalAdded,
    GoalRated,
    LifecycleChanged,
    ReadingRecorded,
    ScoreRecorded,
    Stamp,
    StepRecorded,
    TargetRevised,
    UnknownEvent,
)
from stepwell.story.folding import as_of, evolve, replay

__all__ = [
    "EVENTS",
    "AchievementChanged",
    "AddGoal",
    "CarePlan",
    "ChangeAchievement",
    "ChangeLifecycle",
    "Decision",
    "Event",
    "GoalAdded",
    "GoalRated",
    "LifecycleChanged",
    "PlannedGoal",
    "RateGoal",
    "ReadingRecorded",
    "RecordReading",
    "RecordScore",
    "RecordStep",
    "Recorded",
    "Request",
    "ReviseTarget",
    "ScoreRecorded",
    "Stamp",
    "StepRecorded",
    "TargetRevised",
    "TargetVersion",
    "UnknownEvent",
    "as_of",
    "decide",
    "evolve",
    "replay",
    "signals_of",
]
