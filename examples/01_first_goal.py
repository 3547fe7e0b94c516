"""From a wish to an explained report: one goal, twelve weeks, a setback, an easing.

The symptom scores are published: Beck Depression Inventory, twelve sessions of
person 1 in the data set ``sgdata`` of the R package suddengains (MIT licence).
Everything else is invented: the person, the goal, the walks and the ratings.

Run it:  python examples/01_first_goal.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import stepwell as sw

PERSON = "person-1"
FIRST_DAY = date(2027, 1, 4)
BDI = sw.Measure("BDI", unit="points", direction="decrease", low=0, high=63)
WALKS = sw.Measure("walking", unit="minutes", direction="increase", low=0)

BDI_SCORES = (35, 37, 34, 23, 24, 21, 29, 17, 11, 11, 10, 7)  # published, see above
RATINGS = (1, 1, 2, 3, 3, 4, 2, 4, 5, 6, 6, 7)  # invented
MINUTES = (5, 5, 6, 10, 10, 12, 0, 8, 10, 15, 20, 20)  # invented
RUNGS = (1, 1, 1, 2, 2, 2, 1, 1, 2, 3, 4, 4)  # invented


def main() -> None:
    """Tell the story, save it, and let a new process read it back."""
    wish = review_and_improve("get out more")
    book = new_book()
    live_through_twelve_weeks(book, wish)
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "person-1.json"
        saved.write_text(book.export(PERSON), encoding="utf-8")
        heading(f"4  Saved as JSON ({saved.stat().st_size:,} bytes), read by a new process")
        sys.stdout.flush()
        subprocess.run([sys.executable, __file__, str(saved)], check=True)  # noqa: S603 - ourselves


def review_and_improve(wish: str) -> sw.Goal:
    """Review a wish in plain words, then the goal it grew into."""
    heading("1  A wish, and a kind question")
    print(sw.review(wish, today=FIRST_DAY))
    heading("2  The goal it became")
    goal = sw.Goal(
        "Walk in the park with Sam twice a week",
        category="activity",
        why="I feel more like myself outdoors",
        target=sw.at_least(20, "minutes", due=date(2027, 3, 28)),
        baseline=5,
        start=FIRST_DAY,
        importance=8,
        confidence=7,
        barriers=[
            sw.Barrier("rain", plans=[sw.IfThenPlan(when="it rains", then="walk round the market")])
        ],
    )
    print(goal)
    print(sw.review(goal, today=FIRST_DAY))
    return goal


def live_through_twelve_weeks(book: sw.GoalBook, goal: sw.Goal) -> None:
    """Set the goal, then record one day of each week; week seven is a hard one."""
    heading("3  Small steps, then twelve weeks")
    steps = sw.ladder(5, 20, unit="minutes", rungs=4)
    print(steps)
    book.add_goal(PERSON, goal, steps=steps, goal_id="walk", day=FIRST_DAY)
    print("\n  week  walked  rating  BDI")
    for week in range(12):
        record_week(book, week, FIRST_DAY + timedelta(weeks=week))


def record_week(book: sw.GoalBook, week: int, day: date) -> None:
    """Record what was done, how near the goal felt, and the symptoms of one day."""
    minutes, rung = MINUTES[week], f"step-{RUNGS[week]}"
    if minutes:
        happened = ""
        book.record_step(PERSON, "walk", rung, "done", effort=6, day=day)
    else:
        happened = "shoes on, to the door and back; the target is eased to 10 minutes"
        book.record_step(PERSON, "walk", rung, "tried", effort=8, note=happened, day=day)
        easier = sw.at_least(10, "minutes", due=date(2027, 3, 28))
        book.revise_target(PERSON, "walk", easier, day=day, reason="a hard week; ten is plenty")
    book.record_reading(PERSON, sw.Reading(minutes, measure=WALKS, on=day), goal_id="walk")
    book.rate_goal(PERSON, "walk", RATINGS[week], day=day)
    book.record_reading(PERSON, sw.Reading(BDI_SCORES[week], measure=BDI, on=day))
    line = f"{week + 1:>6}{minutes:>8}{RATINGS[week]:>8}{BDI_SCORES[week]:>5}"
    print(f"{line}  {happened}".rstrip())


def report_from(saved: Path) -> None:
    """Read a saved story into an empty journal and report on it."""
    book = new_book()
    book.restore(saved.read_text(encoding="utf-8"))
    report = book.report(PERSON)
    print(report)
    heading("5  Every number explains itself; here are two of them")
    print(report.symptoms[0].trend)
    print(report.goals[0].at_target)


def new_book() -> sw.GoalBook:
    """Return a book with a clock and ids of its own, so that each run is the same."""
    moments = (datetime(2027, 3, 28, 18, tzinfo=UTC) + timedelta(minutes=at) for at in count())
    ids = (f"entry-{at}" for at in count(1))
    return sw.GoalBook(
        sw.MemoryJournal(),
        on_safety=tell_somebody,
        clock=lambda: next(moments),
        make_id=lambda: next(ids),
        zone="UTC",
    )


def tell_somebody(signal: object) -> None:
    """Stand in for a host that hands a safety signal to somebody who can act."""
    print("safety signal:", signal)


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'-' * len(text)}")


if __name__ == "__main__":
    report_from(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
