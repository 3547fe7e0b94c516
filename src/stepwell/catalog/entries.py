"""Keep what stands around templates: categories, focuses, ideas, cautions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, final

import attrs

from stepwell._fields import CODE, an, member, things, words
from stepwell._shown import Shown
from stepwell.catalog._checks import code, codes, distinct, no_two_alike
from stepwell.catalog.kinds import Caution, LogKind
from stepwell.catalog.sources import SOURCES
from stepwell.errors import RuleBroken
from stepwell.goals import Barrier, category_code
from stepwell.measures import Measure
from stepwell.steps import StepPlan

__all__ = ["CategoryEntry", "Focus", "Idea", "Ideas"]


_OWN: Final = re.compile(r"own(?::[a-z0-9][a-z0-9_-]{0,59})?\Z")


def _code(value: str) -> str:
    """Return the code of a focus or an idea."""
    return code(value, path="code")


def _title(value: str) -> str:
    """Return what something is called."""
    return words(value, path="title")


def _plain(value: str) -> str:
    """Return what something is, for a person."""
    return words(value, path="plain")


def _clinical(value: str) -> str:
    """Return what something is, for a clinician."""
    return words(value, path="clinical")


def _category(value: str) -> str:
    """Return one of the six categories, or one of a host's own as ``own:name``."""
    return category_code(value, path="category.code")


def _log(value: LogKind | str | None) -> LogKind | None:
    """Return the kind of log entry that serves a focus, or nothing where none does."""
    return None if value is None else member(LogKind, value, path="focus.log")


def _cautions(value: Iterable[Caution | str]) -> tuple[Caution, ...]:
    """Return what to read before beginning."""
    return distinct(Caution, value, path="focus.cautions")


def _keywords(value: Iterable[str]) -> tuple[str, ...]:
    """Return the words in which people speak of a focus."""
    found = things(value, str, path="focus.keywords")
    return tuple(words(each, path=f"focus.keywords[{at}]") for at, each in enumerate(found))


def _sources(value: Iterable[str]) -> tuple[str, ...]:
    """Return keys of the bibliography, or ``own``; a host's own work is ``own:key``."""
    found = things(value, str, path="sources")
    if not found:
        raise RuleBroken("sources.none", "sources", "say what it rests on, if only own wording")
    no_two_alike(found, path="sources")
    return tuple(_source(each, path=f"sources[{at}]") for at, each in enumerate(found))


def _source(value: str, *, path: str) -> str:
    """Return one key."""
    if value not in SOURCES and not _OWN.match(value):
        advice = "no work has this key; give one of the bibliography, own, or own:key"
        raise RuleBroken("sources.unknown", path, advice)
    return value


def _barriers(value: Iterable[Barrier]) -> tuple[Barrier, ...]:
    """Return what may get in the way."""
    return things(value, Barrier, path="focus.barriers")


@final
@attrs.frozen(kw_only=True)
class Focus(Shown):
    """One of the things that somebody may work on within a category.

    Attributes
    ----------
    code
        Its name for programs, unlike every other in a catalog.
    title, plain, clinical
        What it is called; what it is, for a person and for a clinician.
    measure
        What may be measured.
    steps
        Small first steps, the easiest first; each may be done on its own.
    barriers
        What may get in the way, with if-then plans to choose from.
    cautions
        What to read before beginning.
    log
        The kind of log entry that serves it, where one does.
    sources
        Keys of the bibliography (:data:`SOURCES`); ``"own"`` is own wording, not
        clinically reviewed, and ``"own:key"`` a work that a host names.
    keywords
        Words in which people speak of it, for :meth:`Catalog.find`, in every form in
        which they count: nothing is added to them.
    """

    code: str = attrs.field(kw_only=False, converter=_code, metadata=CODE)
    title: str = attrs.field(converter=_title)
    plain: str = attrs.field(converter=_plain)
    clinical: str = attrs.field(converter=_clinical)
    measure: Measure = attrs.field(validator=an(Measure, "focus.measure"))
    steps: StepPlan = attrs.field(default=StepPlan(), validator=an(StepPlan, "focus.steps"))
    barriers: tuple[Barrier, ...] = attrs.field(default=(), converter=_barriers)
    cautions: tuple[Caution, ...] = attrs.field(default=(), converter=_cautions)
    log: LogKind | None = attrs.field(default=None, converter=_log)
    sources: tuple[str, ...] = attrs.field(default=("own",), converter=_sources, metadata=CODE)
    keywords: tuple[str, ...] = attrs.field(default=(), converter=_keywords)


def _focuses(value: Iterable[Focus]) -> tuple[Focus, ...]:
    """Return the focuses of a category."""
    return things(value, Focus, path="category.focuses")


@final
@attrs.frozen(kw_only=True)
class CategoryEntry:
    """An area of life in a catalog, with its focuses.

    Attributes
    ----------
    code
        One of :class:`~stepwell.goals.Category`, or a host's own as ``"own:name"``.
    title, plain, clinical
        What it is called; what it is, for a person and for a clinician.
    focuses
        What somebody may work on within it.
    """

    code: str = attrs.field(kw_only=False, converter=_category, metadata=CODE)
    title: str = attrs.field(converter=_title)
    plain: str = attrs.field(converter=_plain)
    clinical: str = attrs.field(converter=_clinical)
    focuses: tuple[Focus, ...] = attrs.field(default=(), converter=_focuses)


def _linked_focuses(value: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of focuses that an idea leads to."""
    return codes(value, path="idea.focuses")


def _linked_templates(value: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of templates that an idea leads to."""
    return codes(value, path="idea.templates")


@final
@attrs.frozen(kw_only=True)
class Idea:
    """Something worth knowing beside the goals, and where it leads.

    Attributes
    ----------
    code
        Its name for programs, unlike every other of its kind.
    title, plain, clinical
        What it is called; what it is, for a person and for a clinician.
    focuses, templates
        Codes of what it leads to in the catalog.
    sources
        Keys of the bibliography, ``"own"`` or ``"own:key"``; see :class:`Focus`.
    """

    code: str = attrs.field(kw_only=False, converter=_code, metadata=CODE)
    title: str = attrs.field(converter=_title)
    plain: str = attrs.field(converter=_plain)
    clinical: str = attrs.field(converter=_clinical)
    focuses: tuple[str, ...] = attrs.field(default=(), converter=_linked_focuses, metadata=CODE)
    templates: tuple[str, ...] = attrs.field(default=(), converter=_linked_templates, metadata=CODE)
    sources: tuple[str, ...] = attrs.field(default=("own",), converter=_sources, metadata=CODE)


def _ideas(value: Iterable[Idea]) -> tuple[Idea, ...]:
    """Return ideas of one kind, each with a code unlike every other."""
    found = things(value, Idea, path="ideas")
    no_two_alike((each.code for each in found), path="ideas")
    return found


@final
@attrs.frozen(kw_only=True)
class Ideas:
    """What goals are good for, how to go about them, and what people ask.

    Attributes
    ----------
    roles
        What a goal can do for somebody.
    strategies
        Ways of going about it.
    long_term
        What may grow over months.
    questions
        What people ask, with an answer.
    needs
        What people often come with, and the templates that serve it.
    """

    roles: tuple[Idea, ...] = attrs.field(default=(), converter=_ideas)
    strategies: tuple[Idea, ...] = attrs.field(default=(), converter=_ideas)
    long_term: tuple[Idea, ...] = attrs.field(default=(), converter=_ideas)
    questions: tuple[Idea, ...] = attrs.field(default=(), converter=_ideas)
    needs: tuple[Idea, ...] = attrs.field(default=(), converter=_ideas)

    def __iter__(self) -> Iterator[Idea]:
        """Yield all ideas, kind by kind."""
        for name in attrs.fields_dict(Ideas):
            yield from getattr(self, name)
