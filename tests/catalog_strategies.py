"""What goes into the blanks of the packaged catalog, at its ends and at random."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias

import attrs
from hypothesis import strategies as st

from stepwell.catalog import Blank, BlankKind, Catalog, Filling, GoalTemplate, builtin
from stepwell.discovery import Answers
from stepwell.goals import Goal
from tests.strategies import words

__all__ = [
    "CATALOG",
    "FIRST_DAY",
    "Blanks",
    "answers",
    "filled_goals",
    "fillings",
    "over_the_range",
    "templates",
]

Blanks: TypeAlias = dict[str, Filling]
CATALOG: Final[Catalog] = builtin()
SHIPPED: Final = CATALOG.templates
FIRST_DAY: Final = date(2027, 1, 4)


def _examples() -> dict[str, list[str]]:
    """Return for each name of a blank what the whole catalog suggests for it."""
    found: dict[str, list[str]] = defaultdict(list)
    for template in CATALOG.templates:
        for blank in template.blanks:
            found[blank.name].append(str(blank.suggestion))
    return found


EXAMPLES: Final = _examples()


def over_the_range(template: GoalTemplate) -> Iterator[Blanks]:
    """Yield both corners of a template, then every number of every blank in turn."""
    numbers = [blank for blank in template.blanks if blank.kind is BlankKind.WHOLE]
    for at in (0, -1):
        yield template.suggestions | {blank.name: blank.choices[at] for blank in numbers}
    for blank in numbers:
        for choice in blank.choices:
            yield template.suggestions | {blank.name: choice}


def fillings(blank: Blank) -> st.SearchStrategy[Filling]:
    """Return what fits a blank: any of its numbers, or words somebody might write there."""
    if blank.kind is BlankKind.WHOLE:
        return st.sampled_from(blank.choices)
    fitting = [words for words in EXAMPLES[blank.name] if len(words) <= blank.limit]
    return st.sampled_from(fitting)


@st.composite
def filled_goals(draw: st.DrawFn) -> tuple[GoalTemplate, Blanks, Goal]:
    """Return a template of the catalog, what went into it, and the goal it became."""
    template = draw(st.sampled_from(CATALOG.templates))
    blanks = {blank.name: draw(fillings(blank)) for blank in template.blanks}
    return template, blanks, CATALOG.fill(template, start=FIRST_DAY, **blanks)


def templates() -> st.SearchStrategy[GoalTemplate]:
    """Return a template of the catalog, or one in somebody's own words."""
    own = words().filter(lambda text: not set("{}") & set(text))
    evolved = st.builds(
        lambda template, why: attrs.evolve(template, why=why), st.sampled_from(SHIPPED), own
    )
    return st.sampled_from(SHIPPED) | evolved


def answers() -> st.SearchStrategy[Answers]:
    """Return answers of which any may be missing or skipped."""
    spoken = st.none() | st.lists(words(), max_size=3).map(tuple)
    codes = st.none() | st.just(()) | st.sampled_from(sorted(CATALOG))
    ratings = st.none() | st.just(()) | st.integers(0, 10)
    return st.builds(
        Answers,
        hopes=spoken,
        challenges=spoken,
        values=spoken,
        area=codes,
        chosen=codes,
        importance=ratings,
        confidence=ratings,
    )
