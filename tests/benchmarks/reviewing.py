"""Review wishes, beside a checklist of regular expressions that somebody might write.

The peer folds the text, counts its words and asks one expression for each of the five
letters of SMART: about as fast as pure Python gets, and what a form in an app would do.
It knows no safety, no evidence spans and no grammar, so the ratio says what those cost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from stepwell.safety import CrisisResources
from stepwell.smart import review
from tests.benchmarks.timing import Comparison, Work, compared, growth, seconds
from tests.long_texts import LONG_TEXTS, long_text

__all__ = ["checklist", "exponents", "review_long_texts", "review_wishes", "wishes"]

CRISIS: Final = CrisisResources("(benchmark)")
WORDS: Final = 25
LONGEST: Final = 10_000
TURNS: Final = 3

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_CHECKS: Final[Mapping[str, re.Pattern[str]]] = {
    "specific": re.compile(r"\b(?:walk|phone|write|book|cook|read|meet|ask|join|tidy)\b"),
    "measurable": re.compile(r"\b(?:\d+|once|twice|(?:one|two|three|four|five) times)\b"),
    "achievable": re.compile(r"\b(?:can|able|ready|sure|confident)\b"),
    "relevant": re.compile(r"\b(?:because|so that|matters|important)\b"),
    "time_bound": re.compile(r"\b(?:by|until|within|before) (?:\w+ ){0,2}(?:\w*day|week|month)"),
}

_WISHES: Final = """
I want to walk round the park with Sam for twenty minutes three times a week
until the end of March because I feel more like myself outdoors

My sister says I never call any more, so I would like to phone her every Sunday at six
and tell her one true thing about the week

stop lying in bed all morning scrolling on my phone when I wake up at four
and get up to make tea and read a page of a book instead

Client will be able to use box breathing and two other coping skills at work when panic
rises, four days out of seven, by her next review in June

maybe cook something simple on Wednesdays and Fridays before the kids come home,
and ask my neighbour Ama to eat with us once this month if I can
"""


def wishes(n: int) -> list[str]:
    """Return ``n`` statements of 25 words each."""
    cut = [" ".join(each.split()[:WORDS]) for each in _WISHES.split("\n\n")]
    return [cut[number % len(cut)] for number in range(n)]


def checklist(text: str) -> dict[str, bool | int]:
    """Return what the peer finds in a text."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    found: dict[str, bool | int] = {
        name: bool(each.search(plain)) for name, each in _CHECKS.items()
    }
    return found | {"words": len(_WORD.findall(plain))}


def review_wishes(*, n: int, rounds: int) -> Comparison:
    """Compare ``n`` reviews of 25 words; ``n`` over our seconds is how many a second."""
    texts = wishes(n)
    reviewed(texts)
    return compared(
        lambda: seconds(lambda: reviewed(texts)),
        lambda: seconds(lambda: [checklist(text) for text in texts]),
        rounds=rounds,
        n=n,
    )


def review_long_texts(*, n: int, rounds: int) -> Comparison:
    """Compare every kind of long text, of ten times ``n`` characters and 10,000 at most.

    The exponent is the largest of all kinds: how time grows with length where it grows most.
    """
    length = min(10 * n, LONGEST)
    texts = [long_text(kind, length) for kind in LONG_TEXTS]
    turns = min(rounds, TURNS)
    return compared(
        lambda: seconds(lambda: reviewed(texts)),
        lambda: seconds(lambda: [checklist(text) for text in texts]),
        rounds=turns,
        n=length,
        exponent=max(exponents(length, rounds=turns).values()),
    )


def exponents(length: int, *, rounds: int) -> dict[str, float]:
    """Return for each kind of long text how time grows from a quarter of a length to all of it."""
    sizes = (length // 4, length // 2, length)
    return {kind: growth(partial(reviewing, kind), sizes, rounds=rounds) for kind in LONG_TEXTS}


def reviewing(kind: str, length: int) -> Work:
    """Return the work of reviewing one long text."""
    text = long_text(kind, length)
    return lambda: reviewed([text])


def reviewed(texts: Sequence[str]) -> None:
    """Review some texts."""
    for text in texts:
        review(text, crisis=CRISIS)
