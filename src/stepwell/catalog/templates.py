"""Keep a reusable goal: a sentence with blanks, what it aims at, and whom it may fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum, unique
from typing import Final, final

import attrs

from stepwell._fields import CODE, an, member, things, whole
from stepwell._shown import Shown
from stepwell.catalog._checks import code, distinct, no_two_alike, one_line, optional_words
from stepwell.catalog.blanks import Blank, BlankKind, Filling
from stepwell.catalog.kinds import Caution
from stepwell.errors import NotFound, RuleBroken, UnitMismatch
from stepwell.measures import TargetKind, canonical_unit

__all__ = ["Aim", "Fit", "GoalTemplate"]

_BLANK: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_MOST_WEEKS: Final = 520


@unique
class Fit(StrEnum):
    """Whom, and which day, a template may suit; short is fifteen minutes at most."""

    SEATED = "seated"
    STANDING = "standing"
    SHORT = "short"
    INDOORS = "indoors"
    OUTDOORS = "outdoors"
    ALONE = "alone"
    WITH_COMPANY = "with_company"
    NO_EQUIPMENT = "no_equipment"
    LOW_IMPACT = "low_impact"
    QUIET = "quiet"


def _aim_blank(value: str) -> str:
    """Return the name of the blank that is aimed at."""
    return code(value, path="aim.blank")


def _aim_kind(value: TargetKind | str) -> TargetKind:
    """Return how it is met: a template aims for so many or more, or so many or fewer."""
    kind = member(TargetKind, value, path="aim.kind")
    if kind not in {TargetKind.AT_LEAST, TargetKind.AT_MOST}:
        raise RuleBroken("aim.kind", "aim.kind", "expected at_least or at_most")
    return kind


@final
@attrs.frozen(kw_only=True)
class Aim:
    """Which blank of a template becomes the target of the goal.

    Attributes
    ----------
    blank
        The name of the blank.
    kind
        How it is met: ``at_least`` or ``at_most``.
    unit
        What one of it is; the same as the measure of the focus has.
    """

    blank: str = attrs.field(kw_only=False, converter=_aim_blank, metadata=CODE)
    kind: TargetKind = attrs.field(default=TargetKind.AT_LEAST, converter=_aim_kind)
    unit: str = attrs.field(converter=canonical_unit)


def _code(value: str) -> str:
    """Return the code of a template."""
    return code(value, path="template.code")


def _statement(value: str) -> str:
    """Return the sentence with its blanks open; whatever else is in braces is refused."""
    kept = one_line(value, path="template.statement")
    if set("{}") & set(_BLANK.sub("", kept)):
        advice = "a brace is left over; write each blank as {name}, in small letters"
        raise RuleBroken("template.braces", "template.statement", advice)
    return kept


def _focus(value: str) -> str:
    """Return the code of the focus that a template belongs to."""
    return code(value, path="template.focus")


def _blanks(value: Iterable[Blank]) -> tuple[Blank, ...]:
    """Return the blanks of a template."""
    return things(value, Blank, path="template.blanks")


def _weeks(value: int) -> int:
    """Return after how many weeks to look at it."""
    return whole(value, path="template.weeks", low=1, high=_MOST_WEEKS)


def _why(value: str | None) -> str | None:
    """Return an example of a reason, or nothing when it is left unset."""
    return optional_words(value, path="template.why")


def _fits(value: Iterable[Fit | str]) -> tuple[Fit, ...]:
    """Return whom it may suit."""
    return distinct(Fit, value, path="template.fits")


def _cautions(value: Iterable[Caution | str]) -> tuple[Caution, ...]:
    """Return what to read before beginning."""
    return distinct(Caution, value, path="template.cautions")


def _check_aim(aim: Aim, blank: Blank) -> None:
    """Refuse an aim at words, or in another unit than its blank."""
    if blank.kind is not BlankKind.WHOLE:
        raise RuleBroken("template.aim", "template.aim.blank", "the aim is a blank for a number")
    if blank.unit not in {None, aim.unit}:
        advice = "the blank has another unit than the aim; use the same for both"
        raise UnitMismatch("blank.unit", "template.aim.unit", advice)


@final
@attrs.frozen(kw_only=True)
class GoalTemplate(Shown):
    """A reusable goal with blanks; :meth:`Catalog.fill` makes it somebody's own.

    Parameters
    ----------
    code
        Its name for programs, unlike every other in a catalog.
    statement
        The sentence, with a ``{name}`` for each blank.
    focus
        The code of the focus it belongs to; category and measure come from there.
    blanks
        What may go into the sentence.
    aim
        The blank that becomes the target.
    weeks
        After how many weeks to look at it: the due date is the start and these.
    why
        An example of a reason. It never becomes a goal's own reason by itself.
    fits
        Whom it may suit.
    cautions
        What to read before beginning. In a catalog those of its focus stand
        first, so that a template shown alone still says what to heed.

    Raises
    ------
    RuleBroken
        If sentence and blanks do not name the same, a brace is left over, the
        sentence is not on one line, or the aim is no number.
    UnitMismatch
        If the aim has another unit than its blank.
    DuplicateId
        If two blanks have one name, or a fit or a caution is given twice.
    NotFound
        If the aim names a blank that is not there.

    Examples
    --------
    >>> template = GoalTemplate(
    ...     "water_plants",
    ...     statement="Water the plants on {days} or more days a week",
    ...     focus="exercise_routine",
    ...     blanks=[Blank("days", unit="days", low=1, high=7)],
    ...     aim=Aim("days", unit="days"),
    ...     weeks=4,
    ... )
    >>> template.filled({"days": 2})
    'Water the plants on 2 or more days a week'
    """

    code: str = attrs.field(kw_only=False, converter=_code, metadata=CODE)
    statement: str = attrs.field(converter=_statement)
    focus: str = attrs.field(converter=_focus, metadata=CODE)
    blanks: tuple[Blank, ...] = attrs.field(converter=_blanks)
    aim: Aim = attrs.field(validator=an(Aim, "template.aim"))
    weeks: int = attrs.field(converter=_weeks)
    why: str | None = attrs.field(default=None, converter=_why)
    fits: tuple[Fit, ...] = attrs.field(default=(), converter=_fits)
    cautions: tuple[Caution, ...] = attrs.field(default=(), converter=_cautions)

    def __attrs_post_init__(self) -> None:
        """Refuse a sentence, blanks and an aim that do not belong together."""
        names = [blank.name for blank in self.blanks]
        no_two_alike(names, path="template.blanks")
        if set(_BLANK.findall(self.statement)) != set(names):
            advice = "write each blank as {name} in the sentence, and describe each that is there"
            raise RuleBroken("template.blanks", "template.statement", advice)
        _check_aim(self.aim, self.target_blank)

    @property
    def target_blank(self) -> Blank:
        """The blank that becomes the target.

        Raises
        ------
        NotFound
            If the aim names a blank that is not there.
        """
        for blank in self.blanks:
            if blank.name == self.aim.blank:
                return blank
        advice = "the aim names a blank that is not there; see the names of the blanks"
        raise NotFound("template.aim", "template.aim.blank", advice)

    @property
    def suggestions(self) -> dict[str, Filling]:
        """Something that fits for every blank, to show in a form before anybody answers."""
        return {blank.name: blank.suggestion for blank in self.blanks}

    def heeding(self, cautions: Iterable[Caution]) -> GoalTemplate:
        """Return the template with these cautions before its own, each once."""
        joined = tuple(dict.fromkeys((*cautions, *self.cautions)))
        return self if joined == self.cautions else attrs.evolve(self, cautions=joined)

    def check(self, blanks: Mapping[str, Filling]) -> dict[str, Filling]:
        """Return what goes into the blanks, checked.

        Raises
        ------
        NotFound
            If a blank is left open, or one is filled that is not there.
        RuleBroken
            If what goes in does not fit; see :meth:`Blank.check`.
        """
        names = [blank.name for blank in self.blanks]
        if blanks.keys() - set(names):  # what was given may be anybody's words: it is not told
            advice = f"a blank was filled that is not there; there are {', '.join(names)}"
            raise NotFound("blank.unknown", "blanks", advice)
        for name in names:
            if name not in blanks:
                advice = f"{name} is left open; fill it, perhaps from the suggestions"
                raise NotFound("blank.missing", f"blanks.{name}", advice)
        return {blank.name: blank.check(blanks[blank.name]) for blank in self.blanks}

    def filled(self, blanks: Mapping[str, Filling]) -> str:
        """Return the sentence with its blanks filled; braces in the words stay as they are.

        Raises
        ------
        NotFound
            If a blank is left open, or one is filled that is not there.
        RuleBroken
            If what goes in does not fit; see :meth:`Blank.check`.
        """
        return self.worded({name: str(value) for name, value in self.check(blanks).items()})

    def worded(self, texts: Mapping[str, str]) -> str:
        """Return the sentence with any text in the place of each blank, unchecked."""
        return _BLANK.sub(lambda blank: texts[blank[1]], self.statement)
