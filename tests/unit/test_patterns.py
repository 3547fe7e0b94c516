"""Forms find phrases word by word, and text is split into words that know their place."""

from __future__ import annotations

import pytest

from stepwell._patterns import Find, compile_forms
from stepwell._text import Token, Vocabulary, normalise, read_tokens

WORDS = Vocabulary(
    {
        "want": frozenset({"wish"}),
        "wish": frozenset({"wish"}),
        "so": frozenset({"degree"}),
        "%": frozenset({"share"}),
    },
    endings=(("azepam", "medicine"),),
    short=frozenset({"dr"}),
)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text."""
    return read_tokens(text, WORDS)


def found(form: str, text: str, **parts: list[str]) -> list[str]:
    """Return the phrases that a form finds in a text."""
    read = tokens(text)
    finds = compile_forms([("tag", [form])], parts=parts).find(read)
    return [" ".join(token.text for token in read[find.start : find.end]) for find in finds]


class TestTokens:
    """Words, numbers and marks."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("", []),
            ("Self-care - now", ["self", "care", "-", "now"]),
            ("10,000 steps at 8:30", ["10,000", "steps", "at", "8:30"]),
            ("I\u2019m sure he doesn\u2019t", ["i", "'m", "sure", "he", "doesn't"]),
            ("\u201cyes\u201d", ["yes"]),
            ("See Dr. Lee. Go", ["see", "dr", "lee", ".", "go"]),
            ("8 p.m. sharp", ["8", "p", "m", "sharp"]),
            ("5-10", ["5", "-", "10"]),
            (".", ["."]),
        ],
    )
    def test_split(self, text: str, words: list[str]) -> None:
        """Hyphens inside words, quote marks and short forms hold nothing up."""
        assert words == [token.text for token in tokens(text)]

    def test_place(self) -> None:
        """A token quotes the original, accents and all."""
        text = "ask Zo\u00eb\u2019s mum"
        assert ["ask", "Zo\u00eb", "\u2019s", "mum"] == [
            text[token.start : token.end] for token in tokens(text)
        ]

    def test_reads_what_is_normalised_already(self) -> None:
        """Normalised text is not normalised again."""
        assert tokens("Want!") == read_tokens(normalise("Want!", fold=True), WORDS)

    def test_labels(self) -> None:
        """Classes, kinds, capitals and closeness are labels."""
        labels = [token.labels for token in tokens("Want 5%.")]
        assert [
            {"word", "wish", "cap"},
            {"number"},
            {"mark", "tight", "share"},
            {"mark", "tight", "stop"},
        ] == labels

    @pytest.mark.parametrize(
        ("word", "labels"),
        [
            ("want", {"wish"}),
            ("waaaant", {"wish"}),
            ("sooo", {"degree"}),
            ("hmmm", set()),
            ("diazepam", {"medicine"}),
            ("walk", set()),
        ],
    )
    def test_vocabulary(self, word: str, labels: set[str]) -> None:
        """Drawn-out letters are forgiven; unlisted words are known by their ending."""
        assert labels == WORDS.labels(word)


class TestForms:
    """The small grammar."""

    @pytest.mark.parametrize(
        ("form", "text", "phrases"),
        [
            ("stop", "stop and stop", ["stop", "stop"]),
            ("stop|quit now", "quit now", ["quit now"]),
            ("<wish> to", "I want to", ["want to"]),
            ("a <wish>|b", "a b", ["a b"]),
            ("a *", "a 5", ["a 5"]),
            ("a *? b", "a b a x b", ["a b", "a x b"]),
            ("a b?", "a b a", ["a b", "a"]),
            ("a? b", "a b", ["a b", "b"]),
            ("a ..2 b", "a x y b", ["a x y b"]),
            ("a ..2 b", "a x, b", []),
            ("a ..1 b", "a x y b", []),
            ("a ..2 b", "a b b", ["a b b"]),
            ("a ..2 b", "a", []),
            ("a !b", "a b a c a", ["a", "a"]),
            ("a &b", "a b a c", ["a"]),
            ("^ a", "a a, a", ["a", "a"]),
            ("a $", "a a, a", ["a", "a"]),
            ("a 'm", "a'm", ["a 'm"]),
            ("{x} b", "a b c b", ["a b", "c b"]),
            ("{y} b", "a b c b", ["a b", "c b"]),
            ("a b", "a", []),
            ("a b c", "a b d", []),
        ],
    )
    def test_find(self, form: str, text: str, phrases: list[str]) -> None:
        """Each piece of the grammar finds what its line says."""
        assert phrases == found(form, text, x=["a", "c"], y=["{x}"])

    def test_cut(self) -> None:
        """A find remembers where it is cut into two."""
        forms = compile_forms([("both", ["two * ~ a week"])])
        assert (Find(0, 4, "both", 2),) == forms.find(tokens("two jobs a week"))

    @pytest.mark.parametrize("form", ["", "a|", "..2 a", "!a b", "^", "~ a"])
    def test_begins_with_a_word(self, form: str) -> None:
        """A form that could begin anywhere is refused."""
        with pytest.raises(ValueError, match="begins with a word"):
            compile_forms([("tag", [form])])
