"""Find goals for what somebody said: by keywords, each with its reason.

The longest keyword comes first. Every area that was spoken of has a place before
any has a second one, so saying more never takes an area away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, final

import attrs

from stepwell.catalog import Catalog, CategoryEntry, GoalTemplate
from stepwell.catalog.examples import numbers_of, sentence_of
from stepwell.catalog.searching import keyword_hits, word_hits
from stepwell.discovery.answers import Answers, Ask
from stepwell.discovery.outcomes import Candidate
from stepwell.errors import NotFound
from stepwell.messages import say

__all__ = ["candidates_for"]

_MOST: Final = 6
_ENOUGH: Final = 3
_REASONS: Final = {Ask.HOPES: "hope", Ask.CHALLENGES: "challenge", Ask.VALUES: "value"}


@final
@attrs.frozen
class _Heard:
    """A focus that was spoken of, and in which words; without any an area was chosen."""

    focus: str
    keyword: str | None = None
    ask: Ask | None = None


def candidates_for(answers: Answers, catalog: Catalog, locale: str) -> tuple[Candidate, ...]:
    """Return the goals to offer, at most six, in an order that never varies.

    Raises
    ------
    NotFound
        If the chosen area is not in the catalog.
    """
    hits: Counter[str] = Counter()
    for _, text in answers.spoken():
        hits.update(word_hits(text, catalog.templates))
    spread = _spread(_all_heard(answers, catalog), catalog)
    most = max(len(spread), _ENOUGH)
    return tuple(
        _candidate(heard, template, catalog, locale)
        for heard, template in _in_turn(spread, catalog, hits)[:most]
    )


def _in_turn(
    spread: Sequence[_Heard], catalog: Catalog, hits: Counter[str]
) -> list[tuple[_Heard, GoalTemplate]]:
    """Return the nearest template of everything heard, then the second one of each, and on."""
    ranked = [_nearest(heard.focus, catalog, hits) for heard in spread]
    return [
        (heard, templates[turn])
        for turn in range(_ENOUGH)
        for heard, templates in zip(spread, ranked, strict=True)
        if turn < len(templates)
    ]


def _nearest(focus: str, catalog: Catalog, hits: Counter[str]) -> list[GoalTemplate]:
    """Return the templates of a focus, those nearest to the words first."""
    inside = [each for each in catalog.templates if each.focus == focus]
    return sorted(inside, key=lambda each: -hits[each.code])


def _all_heard(answers: Answers, catalog: Catalog) -> Iterator[_Heard]:
    """Yield each focus once: those of a chosen area, then the longest keyword first."""
    filled = {each.focus for each in catalog.templates}
    found = [
        _Heard(focus, keyword, ask)
        for ask, text in answers.spoken()
        for keyword, focus in keyword_hits(text, catalog.focuses, locale=catalog.locale)
    ]
    found.sort(key=lambda heard: -len(heard.keyword or ""))
    seen: set[str] = set()
    for heard in (*_in_area(answers, catalog), *found):
        if heard.focus in filled and heard.focus not in seen:
            seen.add(heard.focus)
            yield heard


def _in_area(answers: Answers, catalog: Catalog) -> tuple[_Heard, ...]:
    """Return the focuses of the area that was chosen."""
    if answers.area is None or answers.area == ():
        return ()
    for entry in catalog.categories:
        if entry.code == answers.area:
            return tuple(_Heard(focus.code) for focus in entry.focuses)
    advice = "no category has this code; see the categories of the catalog"
    raise NotFound("category.unknown", "answers.area", advice)


def _spread(found: Iterable[_Heard], catalog: Catalog) -> list[_Heard]:
    """Return one of each area in order, and more of them while there are fewer than three."""
    areas: set[str] = set()
    first: list[_Heard] = []
    more: list[_Heard] = []
    for heard in found:
        area = _home(heard, catalog).code
        (more if area in areas else first).append(heard)
        areas.add(area)
    return first[:_MOST] + more[: max(0, _ENOUGH - len(first))]


def _home(heard: _Heard, catalog: Catalog) -> CategoryEntry:
    """Return the area that something heard belongs to."""
    return catalog.category_of(heard.focus)


def _candidate(heard: _Heard, template: GoalTemplate, catalog: Catalog, locale: str) -> Candidate:
    """Return a goal with its reason."""
    numbers = numbers_of(template)
    return Candidate(
        template=template,
        statement=sentence_of(template, numbers, locale=locale),
        reason=_reason(heard, catalog, locale),
        keyword=heard.keyword,
        ask=heard.ask,
        cautions=catalog.cautions(template),
        blanks=tuple(numbers.items()),
    )


def _reason(heard: _Heard, catalog: Catalog, locale: str) -> str:
    """Return why a goal is offered: one keyword is quoted and nothing else."""
    if heard.ask is None or heard.keyword is None:
        title = _home(heard, catalog).title
        return say("discover.reason.category", locale=locale, category=title)
    return say(f"discover.reason.{_REASONS[heard.ask]}", locale=locale, words=heard.keyword)
