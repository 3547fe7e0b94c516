"""What goes into a value is checked, told by code and path, and kept as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, final

import attrs
import pytest

from stepwell import _fields
from stepwell._fields import CODE
from stepwell.errors import OutsideScale, RuleBroken
from tests.refusals import SECRET, broken


class Flavour(StrEnum):
    """An enumeration to choose from."""

    SWEET = "sweet"
    SOUR = "sour"


@final
@attrs.frozen
class Jar:
    """A value with words, a code, and values inside."""

    label: str
    code: str = attrs.field(default="jar-1", metadata=CODE)
    inside: tuple[Any, ...] = ()
    flavour: Flavour = Flavour.SWEET


@pytest.mark.parametrize(
    ("check", "advice"),
    [
        (lambda odd: _fields.number(odd, path="here"), "a number, got Decimal"),
        (
            lambda odd: _fields.whole(odd, path="here", low=0, high=10),
            "a whole number, got Decimal",
        ),
        (lambda odd: _fields.words(odd, path="here"), "text, got Decimal"),
        (lambda odd: _fields.day(odd, path="here"), "a date, got Decimal; use datetime.date"),
        (lambda odd: _fields.aware(odd, path="here"), "a datetime, got Decimal"),
        (lambda odd: _fields.an(Jar, "here")(None, None, odd), "Jar, got Decimal"),
        (lambda odd: _fields.several(odd, path="here"), "several values, got Decimal"),
        (lambda odd: _fields.things([odd], Flavour, path="here"), "Flavour, got Decimal"),
    ],
)
def test_the_kind_that_came_is_told(check: Callable[[Any], object], advice: str) -> None:
    """A host reads what was expected and what came; of the thing itself nothing is told."""
    with pytest.raises(RuleBroken) as caught:
        check(Decimal(3))

    assert f"expected {advice}" == caught.value.advice


class TestNumber:
    """Numbers are kept as floats."""

    @pytest.mark.parametrize("given", [3, 3.0, Fraction(3)])
    def test_any_real_number_becomes_a_float(self, given: float) -> None:
        """Whole numbers and fractions are numbers too."""
        kept = _fields.number(given, path="here")

        assert (3.0, float) == (kept, type(kept))

    @pytest.mark.parametrize("given", [SECRET, "3", None, True, False, Decimal(3), 3j, [3]])
    def test_what_is_no_number_is_refused(self, given: Any) -> None:
        """Text that looks like a number and truth values are none."""
        assert ("number.type", "here") == broken(lambda: _fields.number(given, path="here"))

    @pytest.mark.parametrize(
        "given",
        [float("nan"), float("inf"), -float("inf"), 10**400, Fraction(10**400)],
        ids=["nan", "inf", "-inf", "huge", "huge fraction"],
    )
    def test_what_is_not_finite_is_refused(self, given: float) -> None:
        """Neither NaN nor an infinity, nor what no float can hold."""
        assert ("number.finite", "here") == broken(lambda: _fields.number(given, path="here"))


class TestWhole:
    """Whole numbers lie between two bounds."""

    @pytest.mark.parametrize("given", [0, 10])
    def test_both_bounds_are_included(self, given: int) -> None:
        """The ends of a ruler can be chosen."""
        assert given == _fields.whole(given, path="here", low=0, high=10)

    @pytest.mark.parametrize("given", [SECRET, "7", None, True, 7.0, 1.9])
    def test_nothing_is_rounded_or_read(self, given: Any) -> None:
        """7.0 is a measurement, not an answer on a ruler."""
        refused = broken(lambda: _fields.whole(given, path="here", low=0, high=10))

        assert ("whole.type", "here") == refused

    @pytest.mark.parametrize("given", [-1, 11, 10**15, pytest.param(10**5000, id="huge")])
    def test_outside_the_bounds(self, given: int) -> None:
        """However long the number is."""
        refused = broken(
            lambda: _fields.whole(given, path="here", low=0, high=10), kind=OutsideScale
        )

        assert ("whole.outside_scale", "here") == refused

    def test_a_number_outside_is_shown(self) -> None:
        """A number is not a person's words."""
        with pytest.raises(OutsideScale, match=r"^here: 11 is outside 0 to 10; choose"):
            _fields.whole(11, path="here", low=0, high=10)

    @pytest.mark.parametrize(
        ("given", "shown"),
        [(10**15 - 1, str(10**15 - 1)), (10**15, "this number"), (-(10**15), "this number")],
    )
    def test_a_very_long_number_is_not_shown(self, given: int, shown: str) -> None:
        """Fifteen digits may stand in an error; a thousand may not."""
        with pytest.raises(OutsideScale, match=rf"^here: {shown} is outside"):
            _fields.whole(given, path="here", low=0, high=10)

    @pytest.mark.parametrize("given", [-1, 11])
    def test_a_ruler_ends_at_ten(self, given: int) -> None:
        """A ruler goes from 0 to 10."""
        refused = broken(lambda: _fields.ruler(given, path="here"), kind=OutsideScale)

        assert (10, ("whole.outside_scale", "here")) == (_fields.ruler(10, path="here"), refused)

    def test_a_ruler_may_be_left_unset(self) -> None:
        """Nobody asked: that is not 0."""
        assert (None, 0) == (
            _fields.ruler(None, path="here"),
            _fields.ruler(0, path="here"),
        )


class TestWords:
    """A person's words are kept to the letter."""

    @pytest.mark.parametrize("given", ["Walk", "  two  spaces ", "a\nb", "\u0301", "x" * 10_000])
    def test_words_are_kept_as_they_are(self, given: str) -> None:
        """Up to ten thousand characters, spaces and all."""
        assert given == _fields.words(given, path="here")

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            ("", "text.empty"),
            (" \n\t\u00a0\u3000", "text.empty"),
            ("\u200b\u2060\ufeff", "text.empty"),
            (f"{SECRET}{'x' * 10_000}", "text.too_long"),
            (f"{SECRET}\x00", "text.not_storable"),
            (f"{SECRET}\ud800", "text.not_storable"),
            (f"\udfff{SECRET}", "text.not_storable"),
            (SECRET.encode(), "text.type"),
            (None, "text.type"),
            (7, "text.type"),
        ],
    )
    def test_refused(self, given: Any, code: str) -> None:
        """Nothing to see, too much, what no store keeps, and what is no text."""
        assert (code, "here") == broken(lambda: _fields.words(given, path="here"))

    @pytest.mark.parametrize("given", [" goal", "goal ", "go\nal", "go\u202eal", "\u200bgoal"])
    def test_an_id_is_plain(self, given: str) -> None:
        """What cannot be seen does not tell two ids apart."""
        assert ("id.plain", "here") == broken(lambda: _fields.identifier(given, path="here"))

    def test_an_id_is_short(self) -> None:
        """Two hundred characters are enough, and one more is too many."""
        longest = "x" * 200

        assert longest == _fields.identifier(longest, path="here")
        assert ("text.too_long", "here") == broken(
            lambda: _fields.identifier(f"{longest}x", path="here")
        )


class TestMoments:
    """Days are days, and moments know their offset."""

    @pytest.mark.parametrize("given", [datetime(2027, 3, 1, tzinfo=UTC), "2027-03-01", None])
    def test_a_day_is_not_a_moment(self, given: Any) -> None:
        """The day of a moment depends on a zone, so nobody guesses it."""
        assert ("day.type", "here") == broken(lambda: _fields.day(given, path="here"))

    def test_a_moment_keeps_its_offset(self) -> None:
        """Any offset will do."""
        moment = datetime(2027, 3, 1, 12, tzinfo=timezone(timedelta(hours=5, minutes=45)))

        assert moment == _fields.aware(moment, path="here")

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            (datetime(2027, 3, 1), "moment.naive"),  # noqa: DTZ001 - that is the point
            (date(2027, 3, 1), "moment.type"),
            ("2027-03-01T12:00Z", "moment.type"),
            (1_800_000_000, "moment.type"),
        ],
    )
    def test_a_naive_moment_is_refused(self, given: Any, code: str) -> None:
        """So is everything that only stands for one."""
        assert (code, "here") == broken(lambda: _fields.aware(given, path="here"))


class TestMember:
    """A choice from a list."""

    @pytest.mark.parametrize("given", [Flavour.SOUR, "sour"], ids=["itself", "code"])
    def test_itself_or_its_code(self, given: Flavour | str) -> None:
        """Both come back as the member."""
        assert Flavour.SOUR is _fields.member(Flavour, given, path="here")

    @pytest.mark.parametrize("given", [SECRET, "SOUR", None, 1, [SECRET]])
    def test_an_unknown_code_is_refused(self, given: Any) -> None:
        """Nothing of what was given is left in the error or behind it."""
        refused = broken(lambda: _fields.member(Flavour, given, path="here"))

        assert ("code.unknown", "here") == refused

    def test_the_codes_are_named(self) -> None:
        """The advice says what there is."""
        with pytest.raises(RuleBroken, match="expected one of sweet, sour"):
            _fields.member(Flavour, "salty", path="here")


class TestSeveral:
    """Collections become tuples."""

    @pytest.mark.parametrize("make", [list, tuple, iter])
    def test_anything_in_order(self, make: Callable[[list[int]], Any]) -> None:
        """Lists, tuples and generators."""
        assert (2, 1) == _fields.several(make([2, 1]), path="here")

    @pytest.mark.parametrize("given", [SECRET, b"12", {SECRET: 1}, {SECRET}, None, 3])
    def test_refused(self, given: Any) -> None:
        """Text is not several letters here, and a set has no order."""
        assert ("several.type", "here") == broken(lambda: _fields.several(given, path="here"))

    def test_a_set_will_do_where_order_does_not_matter(self) -> None:
        """As for ids that are done."""
        assert (1,) == _fields.several({1}, path="here", unordered=True)

    @pytest.mark.parametrize("given", ["12", b"34", {1: 2}])
    def test_text_is_refused_even_there(self, given: Any) -> None:
        """Its letters are nobody's ids."""
        refused = broken(lambda: _fields.several(given, path="here", unordered=True))

        assert ("several.type", "here") == refused

    def test_what_are_no_things(self) -> None:
        """A text of ten letters is not ten things."""
        odd: Any = SECRET

        assert ("several.type", "here") == broken(lambda: _fields.things(odd, str, path="here"))

    def test_the_odd_one_is_found(self) -> None:
        """The path counts from 0."""
        odd: Any = [1, SECRET]

        assert ("several.type", "here[1]") == broken(lambda: _fields.things(odd, int, path="here"))

    def test_a_value_of_another_kind(self) -> None:
        """A validator names the kind that was given, not the value."""
        check = _fields.an(Jar, "here")

        check(None, None, Jar(SECRET))
        assert ("value.type", "here") == broken(lambda: check(None, None, SECRET))  # type: ignore[arg-type]


class TestWordsOf:
    """Everything a person wrote, with its place."""

    def test_words_are_found_at_every_depth(self) -> None:
        """In the order in which they stand, codes left out."""
        jar = Jar("plums", inside=(Jar("sugar"), ("lid", 3, None, Flavour.SOUR)))

        assert [
            ("jar.label", "plums"),
            ("jar.inside[0].label", "sugar"),
            ("jar.inside[1][0]", "lid"),
        ] == list(_fields.words_of(jar, "jar"))

    def test_the_root_may_have_no_name(self) -> None:
        """Then a path begins with a field."""
        assert [("label", "plums")] == list(_fields.words_of(Jar("plums")))

    def test_a_bare_text_is_words(self) -> None:
        """Without any value around it."""
        assert [("", "plums")] == list(_fields.words_of("plums"))

    def test_collections_are_walked(self) -> None:
        """Lists, sets and mappings, keys as well; a path counts and never quotes."""
        jar = Jar("plums", inside=(["sugar"], {"lid", "band", 3}, {"wax": b"seal"}))

        assert [
            ("label", "plums"),
            ("inside[0][0]", "sugar"),
            ("inside[1][1]", "band"),
            ("inside[1][2]", "lid"),
            ("inside[2].keys[0]", "wax"),
            ("inside[2].values[0]", "seal"),
        ] == list(_fields.words_of(jar))

    def test_a_list_inside_itself_ends(self) -> None:
        """It is entered once."""
        knot: list[Any] = ["plums"]
        knot.append(knot)

        assert [("[0]", "plums")] == list(_fields.words_of(knot))

    def test_what_is_sealed_is_named_by_its_kind(self) -> None:
        """In collections; what stands in a field is for its value to check."""
        odd: Any = object()

        assert [("[1]", "object")] == list(_fields.sealed_in(["plums", odd, 3, None, Jar(odd)]))

    def test_depth_is_no_limit(self) -> None:
        """A thousand jars in jars and more."""
        jar = Jar("innermost")
        for _ in range(3000):
            jar = Jar("outer", inside=(jar,))

        assert 3001 == sum(1 for _ in _fields.words_of(jar))
