"""Totals, bands and flags follow the published rules, and a flag stands apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stepwell.errors import OutsideScale, RuleBroken
from stepwell.instruments import PHQ9, Band, Instrument, ItemFlag, Score, flags_raised
from stepwell.measures import Direction
from tests.refusals import NO_TEXT, ODD, SECRET, broken

# Kroenke, Spitzer & Williams 2001.
BANDS = {
    0: "minimal",
    4: "minimal",
    5: "mild",
    9: "mild",
    10: "moderate",
    14: "moderate",
    15: "moderately severe",
    19: "moderately severe",
    20: "severe",
    27: "severe",
}


def own(**parts: Any) -> Callable[[], Instrument]:
    """Return how to make an instrument in which some parts are other than usual."""
    usual: dict[str, Any] = {
        "code": "sleep3",
        "name": "Three sleep questions",
        "n_items": 3,
        "item_low": 1,
        "item_high": 5,
        "direction": "decrease",
        "source": "our clinic",
    }
    return lambda: Instrument(**(usual | parts))


class TestPhq9:
    """The nine-item Patient Health Questionnaire."""

    @pytest.mark.parametrize(("total", "band"), BANDS.items())
    def test_bands(self, total: int, band: str) -> None:
        """Published cut-offs."""
        assert band == PHQ9.band(total)

    def test_a_prorated_total_has_the_band_below_it(self) -> None:
        """14.1 is not 15 yet."""
        assert "moderate" == PHQ9.band(14.1)

    @pytest.mark.parametrize(
        ("items", "max_missing", "total"),
        [
            ([3] * 9, None, 27),
            ([2] * 8 + [None], 1, 18),
            ([2] * 9, 0, 18),
            ([2] * 8 + [None], 0, None),
            ([2] * 7 + [None] * 2, 1, None),
            ([2] * 7 + [None] * 2, None, 18),
            ([2] * 6 + [None] * 3, None, None),
            ([1, 2, 3, 0, 1, 2, 1, None, None], 2, 90 / 7),
            ([None] * 9, 8, None),
        ],
    )
    def test_totals(
        self, items: list[int | None], max_missing: int | None, total: float | None
    ) -> None:
        """Up to two unanswered items are replaced by the mean (NHS Data Dictionary)."""
        assert total == PHQ9.score(items, max_missing=max_missing).total

    def test_the_rule_that_was_used_is_told(self) -> None:
        """Beside how many were left out."""
        score = PHQ9.score([2] * 8 + [None], max_missing=1)

        assert ("mean of the answered items; up to 1 unanswered", 1) == (
            score.rule,
            score.missing,
        )

    @pytest.mark.parametrize("answer", [1, 2, 3])
    @pytest.mark.parametrize("others", [0, None])
    def test_item_nine_is_never_hidden(self, answer: int, others: int | None) -> None:
        """Neither by a low total nor by unanswered items."""
        assert ("item9",) == PHQ9.score([others] * 8 + [answer]).flags

    def test_item_nine_unanswered(self) -> None:
        """Nobody can tell: that is neither up nor down."""
        score = PHQ9.score([0] * 8 + [None])

        assert ((), ("item9",)) == (score.flags, score.not_assessed)

    def test_item_nine_answered_with_not_at_all(self) -> None:
        """The flag is down."""
        score = PHQ9.score([3] * 8 + [0])

        assert ((), ()) == (score.flags, score.not_assessed)

    def test_a_score_has_the_band_of_its_total(self) -> None:
        """Also of a total in which an unanswered item was replaced."""
        answered, prorated = PHQ9.score([3] * 9), PHQ9.score([1] * 8 + [None])

        assert ("severe", "mild") == (answered.band, prorated.band)

    def test_a_score_without_a_total_has_no_band(self) -> None:
        """And keeps its answers."""
        score = PHQ9.score([None] * 9)

        assert (None, None, 9) == (score.total, score.band, score.missing)

    def test_its_total_is_a_measure(self) -> None:
        """From 0 to 27, and less is better."""
        measure = PHQ9.measure

        assert (0, 27, Direction.DECREASE, "PHQ-9") == (
            measure.low,
            measure.high,
            measure.direction,
            measure.name,
        )

    @pytest.mark.parametrize(
        ("items", "kind", "refused"),
        [
            ([0] * 8, RuleBroken, ("instrument.items", "items")),
            ([0] * 10, RuleBroken, ("instrument.items", "items")),
            (SECRET, RuleBroken, ("several.type", "items")),
            (None, RuleBroken, ("several.type", "items")),
            ([0] * 8 + [4], OutsideScale, ("whole.outside_scale", "items[8]")),
            ([-1] + [0] * 8, OutsideScale, ("whole.outside_scale", "items[0]")),
            ([SECRET] + [0] * 8, RuleBroken, ("whole.type", "items[0]")),
            ([0, True] + [0] * 7, RuleBroken, ("whole.type", "items[1]")),
            ([1.9] + [0] * 8, RuleBroken, ("whole.type", "items[0]")),
        ],
    )
    def test_answers_are_checked(
        self, items: Any, kind: type[RuleBroken], refused: tuple[str, str]
    ) -> None:
        """Each by its place, and nothing is rounded."""
        assert refused == broken(lambda: PHQ9.score(items), kind=kind)

    @pytest.mark.parametrize(
        ("max_missing", "kind", "code"),
        [
            (-1, OutsideScale, "whole.outside_scale"),
            (9, OutsideScale, "whole.outside_scale"),
            ("2", RuleBroken, "whole.type"),
        ],
    )
    def test_the_rule_for_missing_items_is_checked(
        self, max_missing: Any, kind: type[RuleBroken], code: str
    ) -> None:
        """At least one answer has to be there."""
        refused = broken(lambda: PHQ9.score([0] * 9, max_missing=max_missing), kind=kind)

        assert (code, "max_missing") == refused

    @pytest.mark.parametrize(
        ("total", "kind", "code"),
        [
            (28, OutsideScale, "measure.outside_scale"),
            (-1, OutsideScale, "measure.outside_scale"),
            (float("nan"), RuleBroken, "number.finite"),
            (SECRET, RuleBroken, "number.type"),
        ],
    )
    def test_a_total_nobody_can_have(self, total: Any, kind: type[RuleBroken], code: str) -> None:
        """Has no band."""
        assert (code, "total") == broken(lambda: PHQ9.band(total), kind=kind)


class TestOwnInstrument:
    """A host describes a questionnaire of its own."""

    def test_the_range_follows_from_the_items(self) -> None:
        """Three items from 1 to 5."""
        made = own()()

        assert (3, 15, 12.0) == (made.low, made.high, made.score([3, 4, 5]).total)

    def test_one_question_is_a_questionnaire(self) -> None:
        """As where somebody is asked each morning how they slept."""
        made = own(n_items=1)()

        assert (1, 5, 4.0) == (made.low, made.high, made.score([4]).total)

    def test_any_change_above_nothing_may_be_reliable(self) -> None:
        """The published number may be smaller than one point."""
        assert 0.5 == own(reliable_change=0.5)().reliable_change

    @pytest.mark.parametrize("item", [1, 3])
    def test_the_first_and_the_last_item_may_have_a_flag(self, item: int) -> None:
        """Items are counted from 1."""
        made = own(flags=[ItemFlag("awake", item)])()

        assert ("awake",) == made.score([1, 1, 1]).flags

    def test_bands_are_put_in_order(self) -> None:
        """A total below the lowest has none."""
        made = own(bands=[Band("poor", 10), Band("fair", 5)])()

        assert [None, "fair", "poor"] == [made.band(total) for total in (3, 5, 15)]

    def test_a_name_may_be_long(self) -> None:
        """Two hundred characters, and not one more."""
        assert 200 == len(own(name="x" * 200)().name)
        assert ("text.too_long", "instrument.name") == broken(own(name="x" * 201))

    def test_without_bands_there_is_no_band(self) -> None:
        """Nobody invents one."""
        assert own()().score([1, 1, 1]).band is None

    def test_a_flag_has_its_own_threshold(self) -> None:
        """Greater than it, not equal to it."""
        made = own(flags=[ItemFlag("awake", 2, above=3)])()

        assert [(), ("awake",)] == [made.score([1, answer, 1]).flags for answer in (3, 4)]

    @pytest.mark.parametrize(
        ("parts", "kind", "refused"),
        [
            ({"code": ""}, RuleBroken, ("text.empty", "instrument.code")),
            ({"name": SECRET * 7}, RuleBroken, ("text.too_long", "instrument.name")),
            ({"direction": SECRET}, RuleBroken, ("code.unknown", "instrument.direction")),
            ({"source": ""}, RuleBroken, ("text.empty", "instrument.source")),
            ({"n_items": "3"}, RuleBroken, ("whole.type", "instrument.n_items")),
            ({"n_items": 0}, RuleBroken, ("instrument.range", "instrument")),
            (
                {"n_items": 10**6},
                OutsideScale,
                ("whole.outside_scale", "instrument.n_items"),
            ),
            ({"item_low": 0.5}, RuleBroken, ("whole.type", "instrument.item_low")),
            ({"item_low": 5}, RuleBroken, ("instrument.range", "instrument")),
            ({"max_missing": True}, RuleBroken, ("whole.type", "instrument.max_missing")),
            (
                {"max_missing": 3},
                RuleBroken,
                ("instrument.max_missing", "instrument.max_missing"),
            ),
            (
                {"max_missing": -1},
                RuleBroken,
                ("instrument.max_missing", "instrument.max_missing"),
            ),
            (
                {"reliable_change": 0},
                RuleBroken,
                ("instrument.reliable_change", "instrument.reliable_change"),
            ),
            (
                {"reliable_change": float("nan")},
                RuleBroken,
                ("number.finite", "instrument.reliable_change"),
            ),
            ({"caseness": SECRET}, RuleBroken, ("number.type", "instrument.caseness")),
            (
                {"remission_below": SECRET},
                RuleBroken,
                ("number.type", "instrument.remission_below"),
            ),
            ({"bands": [SECRET]}, RuleBroken, ("several.type", "instrument.bands[0]")),
            ({"flags": SECRET}, RuleBroken, ("several.type", "instrument.flags")),
            (
                {"flags": [ItemFlag("awake", 4)]},
                RuleBroken,
                ("instrument.flags", "instrument.flags"),
            ),
            (
                {"flags": [ItemFlag("awake", 0)]},
                RuleBroken,
                ("instrument.flags", "instrument.flags"),
            ),
        ],
    )
    def test_refused(
        self, parts: dict[str, Any], kind: type[RuleBroken], refused: tuple[str, str]
    ) -> None:
        """Each part is named by its own path."""
        assert refused == broken(own(**parts), kind=kind)

    @pytest.mark.parametrize(
        ("make", "refused"),
        [
            (lambda: Band("", 0), ("text.empty", "band.code")),
            (lambda: Band("mild", ODD), ("number.type", "band.low")),
            (lambda: Band("mild", float("nan")), ("number.finite", "band.low")),
            (lambda: ItemFlag(NO_TEXT, 1), ("text.type", "itemflag.code")),
            (lambda: ItemFlag("awake", ODD), ("whole.type", "itemflag.item")),
            (lambda: ItemFlag("awake", 1, above=ODD), ("whole.type", "itemflag.above")),
        ],
    )
    def test_bands_and_flags_are_checked(
        self, make: Callable[[], object], refused: tuple[str, str]
    ) -> None:
        """On their own."""
        assert refused == broken(make)


class TestScore:
    """A score that a host kept in its own way."""

    @pytest.mark.parametrize(
        ("parts", "refused"),
        [
            ({"instrument": ""}, ("text.empty", "score.instrument")),
            ({"items": SECRET}, ("several.type", "score.items")),
            ({"items": [0, 1.9]}, ("whole.type", "score.items[1]")),
            ({"total": float("nan")}, ("number.finite", "score.total")),
            ({"total": SECRET}, ("number.type", "score.total")),
            ({"band": 3}, ("text.type", "score.band")),
            ({"flags": SECRET}, ("several.type", "score.flags")),
            ({"not_assessed": [None]}, ("several.type", "score.not_assessed[0]")),
            ({"rule": None}, ("text.type", "score.rule")),
        ],
    )
    def test_refused(self, parts: dict[str, Any], refused: tuple[str, str]) -> None:
        """Each part is named by its own path."""
        kept: dict[str, Any] = {
            "instrument": "phq9",
            "items": [0, None],
            "total": None,
            "band": None,
            "flags": [],
            "not_assessed": [],
            "rule": "mean",
        }

        assert 1 == Score(**kept).missing
        assert refused == broken(lambda: Score(**(kept | parts)))

    @pytest.mark.parametrize(
        ("parts", "raised"),
        [
            ({}, ("item9",)),
            ({"flags": ["item9"]}, ("item9",)),
            ({"flags": ["own"]}, ("own", "item9")),
            ({"items": [3] * 8 + [0]}, ()),
            ({"items": [3]}, ()),
            ({"instrument": "sleep3"}, ()),
            ({"instrument": "sleep3", "flags": ["awake"]}, ("awake",)),
        ],
    )
    def test_flags_by_word_or_by_answer(
        self, parts: dict[str, Any], raised: tuple[str, ...]
    ) -> None:
        """Answers count where the questionnaire is shipped, also where their flag was left out."""
        kept: dict[str, Any] = {
            "instrument": "phq9",
            "items": [None] * 8 + [1],
            "total": None,
            "band": None,
            "flags": [],
            "not_assessed": ["item9"],
            "rule": "mean",
        }

        assert raised == flags_raised(Score(**(kept | parts)))
