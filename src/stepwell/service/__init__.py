"""Keep a person's story in a journal: read, decide, append.

:class:`GoalBook` is the one place where the pure core meets a store. It reads
the stream, replays it, decides, appends, and on a conflict reads and decides
again, up to three times. It hands every safety signal to the host.
"""

from __future__ import annotations

from stepwell.service.book import GoalBook
from stepwell.service.entries import Story, Told
from stepwell.service.recording import OnSafety

__all__ = [
    "GoalBook",
    "OnSafety",
    "Story",
    "Told",
]
