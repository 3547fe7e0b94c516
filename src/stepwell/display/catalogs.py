"""Turn a catalog, a focus or a template into a view: cautions before anything to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from stepwell._text import plain_number
from stepwell.catalog import (
    Blank,
    BlankKind,
    Catalog,
    CategoryEntry,
    Caution,
    Focus,
    GoalTemplate,
)
from stepwell.display.views import Block, Items, Pairs, Say, View
from stepwell.messages import fill, say

__all__ = ["catalog_view", "caution_blocks", "focus_view", "template_view"]


def catalog_view(catalog: Catalog, locale: str) -> View:
    """Return the areas with their focuses, and how many templates each has."""
    counts = Counter(template.focus for template in catalog.templates)
    inner: tuple[Block, ...] = tuple(
        _category_view(entry, counts, locale) for entry in catalog.categories
    )
    empty = (Say(say("catalog.empty", locale=locale)),)
    return View(say("catalog.title", locale=locale), inner or empty)


def _category_view(entry: CategoryEntry, counts: Counter[str], locale: str) -> View:
    """Return an area: what it is, what to heed in any of its focuses, then these."""
    heeded = dict.fromkeys(each for focus in entry.focuses for each in focus.cautions)
    items = _focus_items(entry.focuses, counts, locale)
    return View(entry.title, (Say(entry.plain), *caution_blocks(heeded, locale), *items))


def caution_blocks(cautions: Iterable[Caution], locale: str) -> tuple[Block, ...]:
    """Return what to read before beginning, each caution announced."""
    return tuple(Say(say(f"caution.{each}", locale=locale), strong=True) for each in cautions)


def _focus_items(
    focuses: tuple[Focus, ...], counts: Counter[str], locale: str
) -> tuple[Block, ...]:
    """Return the focuses of an area as a list."""
    rows = tuple(
        (0, say("catalog.focus", locale=locale, title=each.title, count=str(counts[each.code])))
        for each in focuses
    )
    return (Items(rows),) if rows else ()


def focus_view(focus: Focus, locale: str) -> View:
    """Return a focus: what it is, what to heed, first steps, and what may get in the way."""
    steps = tuple((0, _step_text(each.what, each.minutes, locale)) for each in focus.steps)
    return View(
        focus.title,
        (
            Say(focus.plain),
            *caution_blocks(focus.cautions, locale),
            *_list("catalog.first_steps", steps, locale),
            *_list("label.barriers", tuple(_barriers(focus, locale)), locale),
            Pairs(_facts(focus, locale)),
        ),
    )


def _list(label: str, rows: tuple[tuple[int, str], ...], locale: str) -> tuple[Block, ...]:
    """Return a list under its label, where there is something in it."""
    return (View(say(label, locale=locale), (Items(rows),)),) if rows else ()


def _step_text(what: str, minutes: float | None, locale: str) -> str:
    """Return what a step says, with its minutes where they are known."""
    if minutes is None:
        return what
    return say("show.step", locale=locale, what=what, minutes=plain_number(minutes))


def _barriers(focus: Focus, locale: str) -> Iterator[tuple[int, str]]:
    """Yield what may get in the way, each with its plans under it."""
    for barrier in focus.barriers:
        yield 0, barrier.what
        for plan in barrier.plans:
            yield 1, say("show.plan", locale=locale, when=plan.when, then=plan.then)


def _facts(focus: Focus, locale: str) -> tuple[tuple[str, str], ...]:
    """Return what to count and what the focus rests on."""
    own = say("catalog.own", locale=locale)
    measure, sources = focus.measure, (own if key == "own" else key for key in focus.sources)
    counted = say("catalog.measure_text", locale=locale, name=measure.name, unit=measure.unit)
    return (
        (say("catalog.measure", locale=locale), counted),
        (say("catalog.sources", locale=locale), ", ".join(sources)),
    )


def template_view(template: GoalTemplate, locale: str) -> View:
    """Return a template: its sentence with blanks in brackets, what to heed, what fits them."""
    names = {blank.name: f"[{_spaced(blank.name)}]" for blank in template.blanks}
    blanks = tuple((_spaced(each.name), _blank_text(each, locale)) for each in template.blanks)
    fits = ", ".join(_spaced(each) for each in template.fits)
    facts = (("weeks", str(template.weeks)), ("why", template.why), ("fits", fits))
    rows = tuple((say(f"catalog.{key}", locale=locale), text) for key, text in facts if text)
    heeded = caution_blocks(template.cautions, locale)
    return View(template.worded(names), (*heeded, Pairs((*blanks, *rows))))


def _blank_text(blank: Blank, locale: str) -> str:
    """Return what may go into a blank."""
    suggestion = str(blank.suggestion)
    if blank.kind is BlankKind.WORDS:
        limit = str(blank.limit)
        return say("catalog.blank.words", locale=locale, limit=limit, suggestion=suggestion)
    ends = {"low": str(blank.low), "high": str(blank.high), "step": str(blank.step)}
    return fill("catalog.blank.whole", {**ends, "suggestion": suggestion}, locale=locale)


def _spaced(name: str) -> str:
    """Return a code as words."""
    return name.replace("_", " ")
