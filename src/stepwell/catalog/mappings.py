"""Hold templates with what stands around them: look up, search, fill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypeVar, final

import attrs

from stepwell._fields import CODE, an, identifier, things, words
from stepwell._shown import Shown
from stepwell.catalog._checks import members, no_two_alike
from stepwell.catalog.blanks import Filling
from stepwell.catalog.entries import CategoryEntry, Focus, Ideas
from stepwell.catalog.filling import due_after, target_of
from stepwell.catalog.kinds import caution_text
from stepwell.catalog.searching import focus_votes, word_hits
from stepwell.catalog.templates import Fit, GoalTemplate
from stepwell.errors import NotFound, RuleBroken, UnitMismatch
from stepwell.goals import Goal
from stepwell.measures import Direction, TargetKind
from stepwell.messages import Audience
from stepwell.safety import CrisisResources

__all__ = ["Catalog"]

T = TypeVar("T")

_DIRECTIONS: Final = {
    TargetKind.AT_LEAST: Direction.INCREASE,
    TargetKind.AT_MOST: Direction.DECREASE,
}


def _categories(value: Iterable[CategoryEntry]) -> tuple[CategoryEntry, ...]:
    """Return the categories of a catalog."""
    return things(value, CategoryEntry, path="categories")


def _templates(value: Iterable[GoalTemplate]) -> tuple[GoalTemplate, ...]:
    """Return the templates of a catalog."""
    return things(value, GoalTemplate, path="templates")


def _locale(value: str) -> str:
    """Return the language of a catalog."""
    return identifier(value, path="locale")


@final
@attrs.frozen(kw_only=True, repr=False)
class Catalog(Shown, Mapping[str, GoalTemplate]):
    """An immutable set of templates by code, with categories, focuses and ideas.

    Start from :func:`builtin` and add your own, or make one that holds only
    yours. A catalog never changes: :meth:`with_templates` and
    :meth:`with_categories` return another.

    Parameters
    ----------
    categories
        The areas, each with its focuses.
    templates
        The goals with blanks, in the order in which they are offered; each takes
        over the cautions of its focus.
    ideas
        What goals are good for, and what people ask.
    locale
        The language of the sentences; a region ("en-GB") does not matter.

    Raises
    ------
    DuplicateId
        If two categories, two focuses or two templates have one code.
    NotFound
        If a template or an idea names something that is not there.
    RuleBroken
        If the aim of a template does not fit the measure of its focus.

    Examples
    --------
    >>> from stepwell.catalog import builtin
    >>> builtin()["lighter_moment"].statement
    'Write down one lighter moment and where it happened, {times} or more times a week'
    """

    categories: tuple[CategoryEntry, ...] = attrs.field(default=(), converter=_categories)
    templates: tuple[GoalTemplate, ...] = attrs.field(default=(), converter=_templates)
    ideas: Ideas = attrs.field(default=Ideas(), validator=an(Ideas, "ideas"))
    locale: str = attrs.field(default="en", converter=_locale, metadata=CODE)

    def __attrs_post_init__(self) -> None:
        """Refuse parts that cannot be told apart or do not belong together."""
        no_two_alike((each.code for each in self.categories), path="categories")
        no_two_alike((each.code for each in self.focuses), path="focuses")
        no_two_alike((each.code for each in self.templates), path="templates")
        for template in self.templates:
            _check_aim(template, self._focus_of(template))
        object.__setattr__(self, "templates", tuple(map(self._heeding, self.templates)))
        _check_links(self)  # it looks templates up by code, so they are as they stay by now

    def __repr__(self) -> str:
        """Return how many there are; nobody reads all of it in a traceback."""
        return f"<Catalog of {len(self)} templates, locale {self.locale!r}>"

    def __getitem__(self, code: str) -> GoalTemplate:
        """Return the template with this code.

        Raises
        ------
        KeyError
            If there is none; the code that was asked for is not told.
        """
        found = _under(code, self._by_code)
        if found is None:
            advice = "no template has this code; list(catalog) names them"
            raise KeyError(advice)
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the codes of the templates in order."""
        return iter(self._by_code)

    def __len__(self) -> int:
        """Return how many templates there are."""
        return len(self.templates)

    @cached_property
    def _by_code(self) -> dict[str, GoalTemplate]:
        """The templates by code."""
        return {template.code: template for template in self.templates}

    @cached_property
    def _homes(self) -> dict[str, tuple[CategoryEntry, Focus]]:
        """Each focus by code, with the category it stands in."""
        return {focus.code: (entry, focus) for entry in self.categories for focus in entry.focuses}

    @property
    def focuses(self) -> tuple[Focus, ...]:
        """The focuses of all categories, in order."""
        return tuple(focus for entry in self.categories for focus in entry.focuses)

    def focus(self, code: str) -> Focus:
        """Return the focus with this code.

        Raises
        ------
        NotFound
            If there is none.
        """
        return self._home(code, path="focus")[1]

    def category_of(self, focus: str) -> CategoryEntry:
        """Return the category in which the focus with this code stands.

        Raises
        ------
        NotFound
            If there is no such focus.
        """
        return self._home(focus, path="focus")[0]

    def with_templates(self, *templates: GoalTemplate) -> Catalog:
        """Return a catalog that holds these templates as well, after the others."""
        return attrs.evolve(self, templates=(*self.templates, *_templates(templates)))

    def with_categories(self, *entries: CategoryEntry) -> Catalog:
        """Return a catalog that holds these categories as well, after the others."""
        return attrs.evolve(self, categories=(*self.categories, *_categories(entries)))

    def fill(
        self,
        template_or_code: GoalTemplate | str,
        /,
        *,
        start: date | None = None,
        **blanks: Filling,
    ) -> Goal:
        """Return the goal that a template becomes with its blanks filled.

        The reason is left unset: whose goal it is knows why it matters. A goal
        carries no cautions: show :meth:`cautions` before it is made.

        Parameters
        ----------
        template_or_code
            A template whose focus is in this catalog, or the code of one.
        start
            The first day; with it the goal gets a day to look at it, the
            template's weeks later.
        **blanks
            What goes into each blank of the template.

        Raises
        ------
        NotFound
            If the template is unknown, a blank is left open, or one is filled
            that is not there.
        OutsideScale
            If a number lies outside its range, or between two steps.
        RuleBroken
            If words are empty, too long, or given in place of a number.

        Examples
        --------
        >>> from stepwell.catalog import builtin
        >>> goal = builtin().fill("lighter_moment", start=date(2027, 1, 4), times=3)
        >>> goal.statement
        'Write down one lighter moment and where it happened, 3 or more times a week'
        >>> goal.target.low, goal.target.due, goal.category
        (3.0, datetime.date(2027, 2, 1), <Category.SYMPTOM_REDUCTION: 'symptom_reduction'>)
        """
        template = self._template(template_or_code)
        entry, focus = self._home(template.focus, path="template.focus")
        kept, due = template.check(blanks), due_after(start, template.weeks)
        return Goal(
            template.filled(kept),
            category=entry.code,
            target=target_of(template, int(kept[template.aim.blank]), due),
            measure=focus.measure,
            start=start,
        )

    def find(
        self,
        text: str = "",
        *,
        category: str | None = None,
        focus: str | None = None,
        fits: Iterable[Fit | str] = (),
    ) -> tuple[GoalTemplate, ...]:
        """Return the templates that match everything asked for, the nearest first.

        Parameters
        ----------
        text
            Words as somebody would say them. First come the templates of the
            focus with most of its keywords in the text, then those with a word
            of the text in their sentence; where two are alike, the order of the
            catalog decides. Without words everything matches.
        category, focus
            The code of the only category or focus to look in.
        fits
            What the template has to suit, all of it.

        Raises
        ------
        NotFound
            If there is no such category or focus.
        RuleBroken
            If the text is no text or too long, or a fit is unknown.

        Examples
        --------
        >>> from stepwell.catalog import builtin
        >>> [each.code for each in builtin().find("walk", fits=["with_company"])]
        ['routine_walk_together', 'routine_gentle_class', 'fitness_warm_water']
        """
        allowed = self._allowed(category, focus)
        wanted = set(members(Fit, fits, path="fits"))
        inside = [each for each in self.templates if each.focus in allowed]
        return tuple(each for each in self._ranked(text, inside) if wanted <= set(each.fits))

    def cautions(
        self,
        template_or_code: GoalTemplate | str,
        /,
        *,
        audience: Audience = "person",
        crisis: CrisisResources | None = None,
    ) -> tuple[str, ...]:
        """Return the sentences to read before beginning with a template.

        Parameters
        ----------
        template_or_code
            A template whose focus is in this catalog, or the code of one.
        audience
            Who reads them: the person or a clinician.
        crisis
            Where a person can turn; the caution about a crisis ends with it.

        Raises
        ------
        NotFound
            If the template is unknown.
        UnknownMessage
            If there are no sentences in the language of this catalog.
        """
        template = self._heeding(self._template(template_or_code))
        return tuple(
            caution_text(each, audience=audience, crisis=crisis, locale=self.locale)
            for each in template.cautions
        )

    def _template(self, template_or_code: GoalTemplate | str) -> GoalTemplate:
        """Return a template from itself or from its code."""
        if isinstance(template_or_code, GoalTemplate):
            return template_or_code
        found = _under(template_or_code, self._by_code)
        if found is None:
            advice = "no template has this code; list(catalog) names them"
            raise NotFound("template.unknown", "template_or_code", advice)
        return found

    def _home(self, code: str, *, path: str) -> tuple[CategoryEntry, Focus]:
        """Return a focus with the category it stands in."""
        found = _under(code, self._homes)
        if found is None:
            advice = "no focus has this code; see the focuses of the catalog"
            raise NotFound("focus.unknown", path, advice)
        return found

    def _focus_of(self, template: GoalTemplate) -> Focus:
        """Return the focus that a template belongs to."""
        return self._home(template.focus, path="template.focus")[1]

    def _heeding(self, template: GoalTemplate) -> GoalTemplate:
        """Return a template with the cautions of its focus."""
        return template.heeding(self._focus_of(template).cautions)

    def _allowed(self, category: str | None, focus: str | None) -> set[str]:
        """Return the codes of the focuses to look in."""
        if category is not None and category not in [entry.code for entry in self.categories]:
            advice = "no category has this code; see the categories of the catalog"
            raise NotFound("category.unknown", "category", advice)
        if focus is not None:
            self._home(focus, path="focus")
        return {
            name
            for name, (entry, _) in self._homes.items()
            if category in {None, entry.code} and focus in {None, name}
        }

    def _ranked(self, text: str, inside: list[GoalTemplate]) -> list[GoalTemplate]:
        """Return the templates that a text speaks of, the nearest first."""
        if isinstance(text, str) and not text.strip():
            return inside
        kept = words(text, path="text")
        votes = focus_votes(kept, self.focuses, locale=self.locale)
        hits = word_hits(kept, self.templates)
        spoken = [each for each in inside if votes[each.focus] or hits[each.code]]
        return sorted(spoken, key=lambda each: (-votes[each.focus], -hits[each.code]))


def _under(code: object, known: Mapping[str, T]) -> T | None:
    """Return what stands under a code; what is no text is no code."""
    return known.get(code) if isinstance(code, str) else None


def _check_aim(template: GoalTemplate, focus: Focus) -> None:
    """Refuse an aim in another unit, direction or scale than the measure of the focus."""
    path, aim, measure = f"templates.{template.code}.aim", template.aim, focus.measure
    if aim.unit != measure.unit:
        advice = "the aim has another unit than the measure of its focus; use the same for both"
        raise UnitMismatch("template.aim.unit", path, advice)
    if _DIRECTIONS[aim.kind] is not measure.direction:
        advice = f"better means {measure.direction} here; let the aim point that way"
        raise RuleBroken("template.aim.direction", path, advice)
    for amount in template.target_blank.choices:
        measure.check(amount, path=path)


def _check_links(catalog: Catalog) -> None:
    """Refuse ideas that lead nowhere."""
    focuses = {focus.code for focus in catalog.focuses}
    for idea in catalog.ideas:
        if not (focuses.issuperset(idea.focuses) and set(catalog).issuperset(idea.templates)):
            advice = "this idea names a focus or a template that is not in the catalog"
            raise NotFound("idea.unknown", f"ideas.{idea.code}", advice)
