"""Find a goal of one's own: one question at a time, then a few goals with reasons.

The room is called ``discovery`` because the façade exports the function
:func:`discover`: a module of that name would take its place once it is imported.

In the spirit of motivational interviewing it asks, listens, and asks what speaks
for a number; it never asks why a number is not higher. Goals are found by
comparing words with the keywords of the catalog, and nothing is guessed.
"""

from __future__ import annotations

from stepwell.discovery.answers import Answers, Ask
from stepwell.discovery.asking import discover
from stepwell.discovery.outcomes import Candidate, Candidates, Offer, Question
from stepwell.discovery.rulers import follow_up

__all__ = [
    "Answers",
    "Ask",
    "Candidate",
    "Candidates",
    "Offer",
    "Question",
    "discover",
    "follow_up",
]
