"""Replay a story, beside the fold of ``evolve`` that it has to equal."""

from __future__ import annotations

from functools import reduce

from stepwell.story import CarePlan, evolve, replay
from tests.benchmarks.stories import story
from tests.benchmarks.timing import Comparison, Work, compared, growth, seconds

__all__ = ["replay_a_story"]


def replaying(n: int) -> Work:
    """Return the work of replaying ``n`` records."""
    records = story(n)
    return lambda: replay(records)


def replay_a_story(*, n: int, rounds: int) -> Comparison:
    """Compare over ``n`` records; the exponent is ours from a tenth of ``n`` to ten times ``n``."""
    records = story(n)
    exponent = growth(replaying, (max(n // 10, 2), n, n * 10), rounds=rounds)
    return compared(
        lambda: seconds(lambda: replay(records)),
        lambda: seconds(lambda: reduce(evolve, records, CarePlan())),
        rounds=rounds,
        n=n,
        exponent=exponent,
    )
