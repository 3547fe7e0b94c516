"""The review of a text takes steps in proportion to its length, whatever the text repeats.

Steps are counted, not timed: lines of ours that are run. So the law is the same on every
machine. ``python -m tests.benchmarks review_length`` times the same texts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from stepwell.smart import review
from tests.long_texts import LONG_TEXTS, long_text
from tests.review_strategies import CRISIS

SHORT, LONG = 500, 2000
"""Lengths that are compared: the longer is four times the shorter."""

MOST = 4.6
"""Four times the length may take so many times the steps; the square would be sixteen."""


@contextmanager
def counted(steps: list[int]) -> Iterator[None]:
    """Count the lines of ours that are run inside."""

    def line(_frame: FrameType, event: str, _arg: Any) -> Any:
        """Count one line."""
        steps[0] += event == "line"
        return line

    def call(frame: FrameType, _event: str, _arg: Any) -> Any:
        """Follow what is ours."""
        return line if "stepwell" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        yield
    finally:
        sys.settrace(before)


def steps_for(text: str) -> int:
    """Return how many steps a review takes."""
    steps = [0]
    with counted(steps):
        review(text, crisis=CRISIS)
    return steps[0]


@pytest.mark.parametrize("kind", LONG_TEXTS)
def test_steps_grow_with_length(kind: str) -> None:
    """Four times the length takes about four times the steps."""
    review("walk", crisis=CRISIS)
    short, long = (steps_for(long_text(kind, length)) for length in (SHORT, LONG))

    assert long <= MOST * short


@pytest.mark.parametrize("kind", LONG_TEXTS)
def test_longest_texts_are_reviewed(kind: str) -> None:
    """10,000 characters of anything are reviewed."""
    text = long_text(kind, 10_000)

    assert text == review(text, crisis=CRISIS).statement
