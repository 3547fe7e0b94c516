"""Review goals: explainable rules with permanent codes, evidence, one kind question."""

from __future__ import annotations

from stepwell.smart.alternatives import Alternative, Because, Towards, towards
from stepwell.smart.drafts import Doubt, Draft, Taken, Unsure
from stepwell.smart.engine import RULES, review
from stepwell.smart.enough import Strictness
from stepwell.smart.lexicon import Areas, Lexicon, load_lexicon
from stepwell.smart.report import (
    Amount,
    Criterion,
    Cue,
    CueKind,
    CueValue,
    Finding,
    Framing,
    Origin,
    Rhythm,
    ScoreChange,
    Severity,
    Starting,
    Traits,
    Verdict,
    Verdicts,
)
from stepwell.smart.reports import Report
from stepwell.smart.rules import Evidence, Rule, Subject
from stepwell.smart.suggesting import suggest

__all__ = [
    "RULES",
    "Alternative",
    "Amount",
    "Areas",
    "Because",
    "Criterion",
    "Cue",
    "CueKind",
    "CueValue",
    "Doubt",
    "Draft",
    "Evidence",
    "Finding",
    "Framing",
    "Lexicon",
    "Origin",
    "Report",
    "Rhythm",
    "Rule",
    "ScoreChange",
    "Severity",
    "Starting",
    "Strictness",
    "Subject",
    "Taken",
    "Towards",
    "Traits",
    "Unsure",
    "Verdict",
    "Verdicts",
    "load_lexicon",
    "review",
    "suggest",
    "towards",
]
