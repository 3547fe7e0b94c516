"""Give a person the words that come before anything else.

Crisis resources are the host's: where to turn differs by country and changes,
so this library ships no phone numbers.
"""

from __future__ import annotations

import warnings
from typing import Final, final

import attrs

from stepwell._fields import an, words
from stepwell.errors import CrisisResourcesMissing
from stepwell.messages import say
from stepwell.safety.signals import SafetyClass

__all__ = ["CrisisResources", "check_crisis", "safety_message"]

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


def check_crisis(crisis: CrisisResources | None) -> None:
    """Refuse crisis resources of another kind at once, and not when they are needed.

    Raises
    ------
    RuleBroken
        If they are of another kind.
    """
    if crisis is not None:
        an(CrisisResources, "crisis")(None, None, crisis)


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

    Raises
    ------
    RuleBroken
        If the crisis resources are of another kind.

    Warns
    -----
    CrisisResourcesMissing
        For ``respond_now`` without crisis resources.

    Examples
    --------
    >>> safety_message(SafetyClass.NOTHING_FOUND)
    ''
    """
    check_crisis(crisis)
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
