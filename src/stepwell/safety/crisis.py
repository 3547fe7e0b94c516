"""Give a person the words that come before anything else.

Crisis resources are the host's: where to turn differs by country and changes,
so this library ships no phone numbers.
"""

from __future__ import annotations

import warnings
from typing import Final, final

import attrs

from stepwell._fields import words
from stepwell.errors import CrisisResourcesMissing
from stepwell.messages import say
from stepwell.safety.signals import SafetyClass

__all__ = ["CrisisResources", "safety_message"]

_ADVICE: Final = (
    "no crisis resources were given, so the person read a plain fallback sentence; "
    "pass crisis=CrisisResources(...) with where to turn in their country"
)


def _resources(value: str) -> str:
    """Return what a person is to read; refuse nothing at all."""
    return words(value, path="crisis.text")


@final
@attrs.frozen
class CrisisResources:
    """Where a person can turn, in the host's words.

    Parameters
    ----------
    text
        What the person is to read, such as the name and number of a helpline.
    """

    text: str = attrs.field(converter=_resources)


def safety_message(
    safety: SafetyClass, crisis: CrisisResources | None = None, locale: str = "en"
) -> str:
    """Return what the person reads first, or an empty text when nothing was found.

    Parameters
    ----------
    safety
        What was found.
    crisis
        The host's crisis resources. Without them ``respond_now`` uses a plain
        fallback and warns the developer.
    locale
        The language of the sentences.

    Warns
    -----
    CrisisResourcesMissing
        For ``respond_now`` without crisis resources.

    Examples
    --------
    >>> safety_message(SafetyClass.NOTHING_FOUND)
    ''
    """
    if safety is not SafetyClass.RESPOND_NOW:
        return say(_SENTENCES[safety], locale=locale) if safety in _SENTENCES else ""
    lead = say("safety.respond_now.lead", locale=locale)
    if crisis is not None:
        return f"{lead} {crisis.text}"
    warnings.warn(_ADVICE, CrisisResourcesMissing, stacklevel=2)
    return f"{lead} {say('safety.respond_now.fallback', locale=locale)}"


_SENTENCES: Final = {
    SafetyClass.TALK_TO_CLINICIAN: "safety.talk_to_clinician.lead",
    SafetyClass.NOT_ASSESSED: "safety.not_assessed.lead",
}
