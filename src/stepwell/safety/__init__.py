"""Screen words for what needs a person's answer, first and apart from quality."""

from __future__ import annotations

from stepwell.safety.crisis import CrisisResources, check_crisis, safety_message
from stepwell.safety.numbers import names_loss, screen_dose, screen_loss, screen_low
from stepwell.safety.screening import screen, screen_spans, screen_values
from stepwell.safety.signals import SafetyClass, SafetySignal, SafetySpan, most_urgent

__all__ = [
    "CrisisResources",
    "SafetyClass",
    "SafetySignal",
    "SafetySpan",
    "check_crisis",
    "most_urgent",
    "names_loss",
    "safety_message",
    "screen",
    "screen_dose",
    "screen_loss",
    "screen_low",
    "screen_spans",
    "screen_values",
]
