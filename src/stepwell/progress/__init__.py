"""Say how it is going: three readings side by side, and every number explained."""

from __future__ import annotations

from stepwell.progress.explained import Answer, Explained, NotComputable, NotEnoughData
from stepwell.progress.reports import GoalProgress, ProgressReport, report
from stepwell.progress.trajectories import Series, Trajectory, trajectory

__all__ = [
    "Answer",
    "Explained",
    "GoalProgress",
    "NotComputable",
    "NotEnoughData",
    "ProgressReport",
    "Series",
    "Trajectory",
    "report",
    "trajectory",
]
