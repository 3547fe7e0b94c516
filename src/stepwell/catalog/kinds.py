"""Name what a catalog says by code: what to heed, and what may be written down."""

from __future__ import annotations

from enum import StrEnum, unique

from stepwell.messages import Audience, say
from stepwell.safety import CrisisResources

__all__ = ["Caution", "caution_text"]


@unique
class Caution(StrEnum):
    """What to read before beginning; the sentence is the message ``caution.<code>``."""

    CRISIS = "crisis"
    MEDICINE = "medicine"
    EXERCISE = "exercise"
    MINDFULNESS = "mindfulness"
    FEARED_SITUATIONS = "feared_situations"
    BIPOLAR_ACTIVATION = "bipolar_activation"
    SUBSTANCES = "substances"


def caution_text(
    caution: Caution, *, audience: Audience, crisis: CrisisResources | None, locale: str
) -> str:
    """Return what a caution says; the one about a crisis ends with where to turn."""
    said = say(f"caution.{caution}", audience=audience, locale=locale)
    if crisis is None or caution is not Caution.CRISIS:
        return said
    return f"{said} {crisis.text}"
