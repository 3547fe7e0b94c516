"""Text is read the way a person reads it, and every letter knows its way back."""

from __future__ import annotations

import pytest

from stepwell._text import language, normalise, plain_number
from stepwell.errors import RuleBroken


class TestNormalise:
    """Shapes that mean the same become the same."""

    @pytest.mark.parametrize(
        ("given", "plain"),
        [
            ("", ""),
            ("Walk", "Walk"),
            ("\u201cDon\u2019t\u201d \u2014 now", '"Don\'t" - now'),
            ("can`t", "can't"),
            ("one\u00a0two\u3000three\x85four", "one two three four"),
            ("keep\nlines\tand tabs", "keep\nlines\tand tabs"),
            ("w\u200ba\u00adl\ufeffk\x07", "walk"),
            ("half \ud83d letter", "half  letter"),
            ("\ufb01ve \u2460", "five 1"),
            ("Zoe\u0308", "Zoe\u0308"),
        ],
    )
    def test_plain(self, given: str, plain: str) -> None:
        """Quotes, dashes, spaces, marks without width, ligatures."""
        assert plain == normalise(given).text

    @pytest.mark.parametrize(
        ("given", "folded"),
        [
            ("STOP", "stop"),
            ("Can`t", "can't"),
            ("Zo\u00eb", "zoe"),
            ("\uff33\uff34\uff2f\uff30", "stop"),
            ("stra\u00dfe", "strasse"),
            ("\u0441\u0430n\u2019t", "can't"),
            ("1\u00bd miles, \u2154, \u2189", "1\u00bd miles, \u2154, \u2189"),
            ("1\u20442 and \u215f2", "1/2 and 1/2"),
        ],
    )
    def test_folded(self, given: str, folded: str) -> None:
        """For matching, accents, case and look-alike letters go as well."""
        assert folded == normalise(given, fold=True).text

    def test_a_span_leads_back_to_the_original(self) -> None:
        """Evidence is quoted as it was written."""
        written = "I \u200bcan\u2019t \ufb01nd"
        plain = normalise(written)

        start, end = plain.span(plain.text.index("can't"), plain.text.index("find") + 2)

        assert "can\u2019t \ufb01" == written[start:end]
        assert "can" == written[slice(*plain.span(2, 5))]

    def test_a_span_of_nothing_is_empty(self) -> None:
        """Also at the end."""
        plain = normalise("caf\u00e9")

        assert [(0, 0), (4, 4)] == [plain.span(0, 0), plain.span(4, 4)]


@pytest.mark.parametrize(
    ("number", "digits", "written"),
    [
        (20.0, 1, "20"),
        (100.0, 1, "100"),
        (11.375, 1, "11.4"),
        (-0.04, 1, "0"),
        (-0.0, 0, "0"),
        (50.0, 0, "50"),
        (-1.5, 1, "-1.5"),
        (0.125, 3, "0.125"),
        (10.1, 3, "10.1"),
    ],
)
def test_numbers_are_written_as_people_write_them(number: float, digits: int, written: str) -> None:
    """No needless zeros, and no minus before nothing."""
    assert written == plain_number(number, digits=digits)


def test_a_fraction_is_written_with_a_plain_stroke() -> None:
    """Reading it again changes nothing."""
    assert "a1/4" == normalise("a1\u20444").text == normalise("a\u215f4").text
    assert "a\u00bc" == normalise("a\u00bc").text


def test_a_locale_is_short() -> None:
    """What is longer may be somebody's words, and is not told."""
    with pytest.raises(RuleBroken, match="a locale is short"):
        language("en" * 20)
