"""Read the packaged catalog: numbers from one folder, sentences from a locale's.

Both are packaged data, read on first use and kept.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final, TypeAlias

from stepwell._text import language
from stepwell.catalog.blanks import Blank
from stepwell.catalog.entries import CategoryEntry, Focus, Idea, Ideas
from stepwell.catalog.inflecting import noun_forms, verb_forms
from stepwell.catalog.mappings import Catalog
from stepwell.catalog.templates import Aim, GoalTemplate
from stepwell.errors import UnknownMessage
from stepwell.goals import Barrier, Category, IfThenPlan
from stepwell.measures import Measure
from stepwell.steps import Step, StepPlan

__all__ = ["LOCALES", "builtin"]

LOCALES: Final = ("en",)
"""The languages that the packaged catalog is written in."""

_Table: TypeAlias = Mapping[str, Any]
_AREAS: Final = tuple(each for each in Category if each is not Category.OTHER)


def builtin(locale: str = "en") -> Catalog:
    """Return the packaged catalog in a language; a region ("en-GB") does not matter.

    Raises
    ------
    UnknownMessage
        If it is not written in this language.

    Examples
    --------
    >>> [idea.code for idea in builtin().ideas.roles]
    ['direction', 'motivation', 'measurement', 'empowerment']
    """
    spoken = language(locale)
    if spoken not in LOCALES:
        advice = f"no catalog in locale {locale!r}; there are {', '.join(LOCALES)}"
        raise UnknownMessage(advice)
    return _read(spoken)


@cache
def _read(locale: str) -> Catalog:
    """Return the packaged catalog of a locale."""
    keywords = _table(locale, "keywords")
    areas = {area: (_table("structure", area), _table(locale, area)) for area in _AREAS}
    return Catalog(
        categories=tuple(_category(area, *tables, keywords) for area, tables in areas.items()),
        templates=tuple(template for tables in areas.values() for template in _templates(*tables)),
        ideas=_ideas(_table("structure", "ideas"), _table(locale, "ideas")),
        locale=locale,
    )


def _table(folder: str, name: str) -> _Table:
    """Return one data file."""
    file = resources.files("stepwell.catalog").joinpath(folder, f"{name}.toml")
    return tomllib.loads(file.read_bytes().decode())


def _category(area: Category, shape: _Table, text: _Table, keywords: _Table) -> CategoryEntry:
    """Return one category with its focuses."""
    return CategoryEntry(
        area,
        **_titles(text),
        focuses=tuple(
            _focus(name, shape[name], text[name], _spelt_out(keywords[name]))
            for name in shape["order"]
        ),
    )


def _spelt_out(keywords: _Table) -> list[str]:
    """Return the keywords of a focus, each form of a noun or a verb once."""
    nouns = (form for noun in keywords.get("nouns", ()) for form in noun_forms(noun))
    verbs = (form for verb in keywords.get("verbs", ()) for form in verb_forms(verb))
    return list(dict.fromkeys((*keywords["words"], *nouns, *verbs)))


def _titles(text: _Table) -> dict[str, str]:
    """Return what something is called and what it is."""
    return {name: text[name] for name in ("title", "plain", "clinical")}


def _focus(name: str, shape: _Table, text: _Table, keywords: list[str]) -> Focus:
    """Return one focus."""
    return Focus(
        name,
        **_titles(text),
        measure=Measure(text["measure"], **shape["measure"]),
        steps=StepPlan(_steps(shape["steps"], text["steps"])),
        barriers=tuple(_barrier(text["barriers"][each["code"]]) for each in shape["barriers"]),
        cautions=shape["cautions"],
        log=shape["log"],
        sources=shape["sources"],
        keywords=keywords,
    )


def _steps(shapes: list[_Table], texts: _Table) -> Iterator[Step]:
    """Yield small first steps, the easiest first."""
    for shape in shapes:
        yield Step(
            texts[shape["code"]],
            id=shape["code"],
            minutes=shape["minutes"],
            difficulty=shape["difficulty"],
        )


def _barrier(text: _Table) -> Barrier:
    """Return what may get in the way, with a plan for each situation in it."""
    return Barrier(text["what"], plans=tuple(IfThenPlan(**each) for each in text["plans"]))


def _templates(shape: _Table, text: _Table) -> Iterator[GoalTemplate]:
    """Yield the templates of one category, focus by focus."""
    for focus in shape["order"]:
        for name, inner in shape[focus]["templates"].items():
            yield _template(name, focus, inner, text[focus]["templates"][name])


def _template(name: str, focus: str, shape: _Table, text: _Table) -> GoalTemplate:
    """Return one template."""
    examples = text.get("example", {})
    return GoalTemplate(
        name,
        focus=focus,
        statement=text["statement"],
        why=text["why"],
        blanks=tuple(
            Blank(blank, **parts, example=examples.get(blank))
            for blank, parts in shape["blanks"].items()
        ),
        aim=Aim(**shape["aim"]),
        weeks=shape["weeks"],
        fits=shape["fits"],
    )


def _ideas(shape: _Table, text: _Table) -> Ideas:
    """Return the ideas, kind by kind."""
    return Ideas(
        **{
            kind: tuple(
                Idea(name, **_titles(text[kind][name]), **links) for name, links in ideas.items()
            )
            for kind, ideas in shape.items()
        }
    )
