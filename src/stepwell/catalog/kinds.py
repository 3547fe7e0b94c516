"""Name what a catalog says by code: what to heed, and what may be written down."""

from __future__ import annotations

from enum import StrEnum, unique

from stepwell.messages import Audience, say
from stepwell.safety import CrisisResources

__all__ = ["Caution", "LogKind", "caution_text"]


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


@unique
class LogKind(StrEnum):
    """What may be written down beside a goal: the kind of log entry that serves a focus.

    - ``mood``: a mood, and what was around it
    - ``trigger``: what came before a change
    - ``emotion``: a feeling, named, and how strong it was
    - ``thought_record``: a thought, what went with it, and a second look
    - ``coping_used``: what was used in a hard hour, and whether it brought ease
    - ``practice``: a pause or an exercise in attention, and what came with it
    - ``activity``: something done, and how it was
    - ``contact``: time or words with somebody, and what it was like
    - ``medication_question``: a question for whoever prescribes, and the answer
    - ``reflection``: a look back in one's own words
    """

    MOOD = "mood"
    TRIGGER = "trigger"
    EMOTION = "emotion"
    THOUGHT_RECORD = "thought_record"
    COPING_USED = "coping_used"
    PRACTICE = "practice"
    ACTIVITY = "activity"
    CONTACT = "contact"
    MEDICATION_QUESTION = "medication_question"
    REFLECTION = "reflection"


def caution_text(
    caution: Caution, *, audience: Audience, crisis: CrisisResources | None, locale: str
) -> str:
    """Return what a caution says; the one about a crisis ends with where to turn."""
    said = say(f"caution.{caution}", audience=audience, locale=locale)
    if crisis is None or caution is not Caution.CRISIS:
        return said
    return f"{said} {crisis.text}"
