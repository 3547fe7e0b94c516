"""Say how it is going: three readings side by side, and every number explained."""

from __future__ import annotations

from stepwell.progress.explained import Answer, Explained, NotComputable, NotEnoughData
from stepwell.progress.gathering import RaisedFlag
from stepwell.progress.reports import GoalProgress, ProgressReport, report
from stepwell.progress.rollups import Part, Reached, RollUp, RollUpRule, roll_up
from stepwell.progress.series import Series
from stepwell.progress.trajectories import Trajectory, trajectory

__all__ = [
    "Answer",
    "Explained",
    "GoalProgress",
    "NotComputable",
    "NotEnoughData",
    "Part",
    "ProgressReport",
    "RaisedFlag",
    "Reached",
    "RollUp",
    "RollUpRule",
    "Series",
    "Trajectory",
    "report",
    "roll_up",
    "trajectory",
]
