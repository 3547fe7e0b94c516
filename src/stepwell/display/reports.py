"""Turn numbers and reports into views: what is lacking is said once, and nothing is not counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import attrs

from stepwell._text import plain_number
from stepwell.display.parts import kept, label, lifecycle_text, nothing, pairs, target_text
from stepwell.display.views import Block, Pairs, Say, View
from stepwell.messages import fill, say
from stepwell.progress import (
    Answer,
    Explained,
    GoalProgress,
    NotComputable,
    NotEnoughData,
    ProgressReport,
    Series,
    Trajectory,
)
from stepwell.progress.figures import digits_of

__all__ = [
    "explained_view",
    "goal_progress_view",
    "no_number_view",
    "progress_report_view",
    "trajectory_view",
]


def _answer_text(answer: Answer, locale: str) -> str:
    """Return what an answer says to the person."""
    if isinstance(answer, Explained):
        return answer.sentence
    if isinstance(answer, NotComputable):
        return answer.because
    return say("not_enough", locale=locale, needed=str(answer.needed), have=str(answer.have))


def explained_view(explained: Explained, locale: str) -> View:
    """Return a number with everything it rests on."""
    numbers = ", ".join(_inputs(explained, locale))
    blocks = pairs(
        locale,
        rule=explained.rule,
        variant=f"{explained.variant} ({explained.version})",
        inputs=numbers,
        source=explained.source,
    )
    return View(explained.sentence, blocks)


def _inputs(explained: Explained, locale: str) -> Iterator[str]:
    """Yield each number with its day and its target, where they count."""
    digits = digits_of(explained.inputs)
    days = (day.isoformat() for day in explained.days)
    targets = (target_text(target, locale) for target in explained.targets)
    for number, *around in zip_longest(explained.inputs, days, targets):
        beside = "; ".join(filter(None, around))
        shown = plain_number(number, digits=digits)
        yield f"{shown} ({beside})" if beside else shown


def no_number_view(answer: NotEnoughData | NotComputable, locale: str) -> View:
    """Return why there is no number."""
    return View(_answer_text(answer, locale))


def trajectory_view(trajectory: Trajectory, locale: str) -> View:
    """Return a series of scores and what it says; what is lacking is said once."""
    numbers = ", ".join(_readings(trajectory.series, locale))
    shown = ((label("readings", locale), numbers),) if numbers else ()
    said = tuple(
        (label(each.name, locale), _answer_text(each, locale))
        for each in trajectory.answers
        if isinstance(each, Explained) or each is trajectory.change
    )
    return View(trajectory.series.measure.name, (Pairs((*shown, *said)),))


def _readings(series: Series, locale: str) -> Iterator[str]:
    """Yield each number, and how many items were left blank where it is prorated."""
    digits = series.digits
    for number, missing in zip_longest(series.amounts, series.missing):
        total = plain_number(number, digits=digits)
        blank = {"total": total, "missing": str(missing)}
        yield fill("show.blank", blank, locale=locale) if missing else total


def goal_progress_view(progress: GoalProgress, locale: str) -> View:
    """Return what was done for a goal and how it is rated, side by side.

    A count of nothing is not shown: there is silence until there is something.
    """
    counts = [each for each in progress.done if isinstance(each, Explained) and each.value]
    rating = (progress.rating,) if isinstance(progress.rating, Explained) else ()
    said = (*counts, *rating)
    rows = tuple((label(each.name, locale), each.sentence) for each in said)
    status = pairs(locale, lifecycle=lifecycle_text(progress.lifecycle, locale))
    inner = tuple(trajectory_view(each, locale) for each in progress.amounts)
    shown = ((Pairs(rows),) if rows else ()) + inner or _quiet(progress, locale)
    return View(progress.statement, (*status, *shown))


def _quiet(progress: GoalProgress, locale: str) -> tuple[Block, ...]:
    """Return a kind word where nothing is recorded; one rating alone says nothing yet."""
    answers = (*progress.done, progress.rating)
    alone = any(isinstance(each, NotEnoughData) and each.have for each in answers)
    return () if alone else (Say(say("report.quiet", locale=locale)),)


def progress_report_view(report: ProgressReport, locale: str) -> View:
    """Return the three readings side by side."""
    goals = tuple(goal_progress_view(goal, locale) for goal in report.goals)
    symptoms = tuple(trajectory_view(each, locale) for each in report.symptoms)
    blocks: tuple[Block, ...] = goals
    if symptoms:
        blocks = (*goals, View(label("symptoms", locale), symptoms))
    shown = (
        *_flags(report, locale),
        *blocks,
        *_named("without_scale", locale, codes=report.without_scale),
        *_named("without_total", locale, names=report.without_total),
        *kept(report.unapplied + report.unread, locale),
    )
    return View(label("report", locale), shown or nothing(report.version, locale))


def _flags(report: ProgressReport, locale: str) -> tuple[Block, ...]:
    """Return one strong line for all flags, each questionnaire with its day."""
    seen = dict.fromkeys((each.name, each.on.isoformat()) for each in report.flags)
    texts = (say("report.flag", locale=locale, name=name, day=day) for name, day in seen)
    return tuple(
        attrs.evolve(block, strong=True) for block in _named("flags", locale, flags=tuple(texts))
    )


def _named(message: str, locale: str, **names: tuple[str, ...]) -> tuple[Say, ...]:
    """Return a sentence that lists some names, if there are any."""
    listed = {blank: ", ".join(each) for blank, each in names.items()}
    said = Say(fill(f"report.{message}", listed, locale=locale))
    return (said,) if any(listed.values()) else ()
