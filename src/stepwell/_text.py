"""Read text the way a person does, and remember where each letter came from.

Quotes, dashes and spaces come in many shapes; zero-width marks come in none.
:func:`normalise` folds the shapes together and drops the marks, and keeps for
every remaining letter its offset in the original, so that evidence can be
quoted exactly as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, final

import attrs

from stepwell.errors import RuleBroken

__all__ = [
    "Normalised",
    "Token",
    "Vocabulary",
    "language",
    "normalise",
    "plain_number",
    "read_tokens",
    "written_number",
]

_FRACTION: Final = "[\u00bc-\u00be\u2150-\u215e\u2189]"
_SPLIT: Final = re.compile(
    rf"(?P<number>\d+(?:[.,:]\d+)*{_FRACTION}?|{_FRACTION})"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)|(?P<mark>[^\w\s]|[_\n])"
)
_RUN: Final = re.compile(r"(.)\1\1+")
_STOPS: Final = frozenset(".;!?\n\u2026\u2022")

_SLASH = "\u2044"
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        _SLASH: "/",
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    },
)
_LONGEST_LOCALE: Final = 35
_DROPPED = {"Cc", "Cf", "Cs"}
# Letters of other scripts that look like Latin ones; folded only for matching.
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04bb\u0501\u051b\u051d\u03bf\u03b1\u03b5\u03b9\u03ba\u03c1\u03c5\u03c7\u0131\u0142\u00f8\u0269",
    "aeopcyxisjhdqwoaeikpuxiloi",
)


@final
@attrs.frozen
class Normalised:
    """A text made plain, with the way back to the original.

    Attributes
    ----------
    original
        The text as it was given.
    text
        The same text with plain quotes, dashes and spaces.
    offsets
        For each letter of ``text`` its offset in ``original``, and one past
        the end.
    """

    original: str
    text: str
    offsets: tuple[int, ...] = attrs.field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the original.

        >>> plain = normalise("I\u200bcan\u2019t")
        >>> plain.text, plain.span(1, 4)
        ("Ican't", (2, 5))
        """
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


@final
@attrs.frozen
class Token:
    """One word, number or mark, and where it stands in the original.

    Attributes
    ----------
    text
        The folded text.
    start, end
        Its place in the original text.
    labels
        Its classes and kinds: ``word``, ``number``, ``mark``, ``stop``, ``cap``
        (written with a capital), ``tight`` (no space before it).
    """

    text: str
    start: int
    end: int
    labels: frozenset[str]


@final
@attrs.frozen
class Vocabulary:
    """What a language's words are classed as.

    Attributes
    ----------
    words
        For each folded word the names of its classes.
    endings
        Classes of unlisted words by how they end, longest ending first.
    short
        Words after which a full stop ends no sentence ("dr").
    """

    words: Mapping[str, frozenset[str]]
    endings: tuple[tuple[str, str], ...] = ()
    short: frozenset[str] = frozenset()

    def labels(self, word: str) -> frozenset[str]:
        """Return the classes of a word; letters drawn out ("sooo") are forgiven."""
        found = self.words.get(word)
        if found is not None:
            return found
        for variant in _undrawn(word):
            found = self.words.get(variant)
            if found is not None:
                return found
        return frozenset(name for ending, name in self.endings if word.endswith(ending))


def normalise(text: str, *, fold: bool = False) -> Normalised:
    r"""Return the text with plain quotes, dashes and spaces, and its offsets.

    Parameters
    ----------
    text
        Any text at all; lone surrogates and control characters are dropped.
    fold
        Also drop accents and letter case, for matching words.

    Examples
    --------
    >>> normalise("“Don’t” — stop").text
    '"Don\'t" - stop'
    >>> normalise("ＳＴＯＰ, Zoë", fold=True).text
    'stop, zoe'
    """
    if text.isascii() and text.isprintable():
        same = text.translate(_SAME)
        folded = same.lower() if fold else same
        return Normalised(text, folded, tuple(range(len(text) + 1)))
    pieces: list[str] = []
    offsets: list[int] = []
    for at, letter in enumerate(text):
        piece = _piece(letter, fold=fold)
        pieces.append(piece)
        offsets.extend([at] * len(piece))
    offsets.append(len(text))
    return Normalised(text, "".join(pieces), tuple(offsets))


def language(locale: str) -> str:
    """Return the language of a locale: what stands before a region or a script.

    >>> language("en-GB"), language("EN_us"), language("de")
    ('en', 'en', 'de')
    """
    if not isinstance(locale, str):
        advice = f"expected a locale such as en or en-GB, got {type(locale).__name__}"
        raise RuleBroken("locale.type", "locale", advice)
    if len(locale) > _LONGEST_LOCALE:
        raise RuleBroken("locale.long", "locale", "a locale is short, such as en or en-GB")
    return locale.replace("_", "-").partition("-")[0].casefold()


def plain_number(value: float, *, digits: int = 1) -> str:
    """Return a number as people write it: no needless zeros, no minus zero.

    >>> plain_number(20.0), plain_number(11.375), plain_number(-0.04)
    ('20', '11.4', '0')
    """
    shown = f"{value:.{digits}f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def written_number(text: str) -> float | None:
    """Return what digits say, a fraction written as one letter included.

    >>> written_number("1,000.5"), written_number("1½"), written_number("½"), written_number("one")
    (1000.5, 1.5, 0.5, None)
    """
    part = unicodedata.numeric(text[-1], 1.0) if _is_fraction(text[-1]) else 0.0
    digits = (text[:-1] if part else text).replace(",", "")
    if part and not digits:
        return part
    return float(digits) + part if digits.replace(".", "", 1).isdecimal() else None


def read_tokens(text: str | Normalised, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Return the tokens of a text, hyphens inside words and quote marks left out.

    >>> vocabulary = Vocabulary({"self": frozenset({"me"})})
    >>> [token.text for token in read_tokens("Self-care, I'm in!", vocabulary)]
    ['self', 'care', ',', 'i', "'m", 'in', '!']
    """
    folded = text if isinstance(text, Normalised) else normalise(text, fold=True)
    tokens: list[Token] = []
    last = -1
    for match in _SPLIT.finditer(folded.text):
        tight = match.start() == last
        last = match.end()
        if match.lastgroup == "mark":
            mark = _mark(folded, match, tight=tight, before=tokens, vocabulary=vocabulary)
            tokens.extend(mark)
        else:
            tokens.extend(_words(folded, match, vocabulary, tight=tight))
    return tuple(tokens)


def _undrawn(word: str) -> Iterator[str]:
    """Yield a word with each run of three or more letters made two, then one."""
    if _RUN.search(word):
        yield _RUN.sub(r"\1\1", word)
        yield _RUN.sub(r"\1", word)


def _words(
    folded: Normalised, match: re.Match[str], vocabulary: Vocabulary, *, tight: bool
) -> Iterator[Token]:
    """Yield a number, a word, or a word and its short ending ("he", "'s")."""
    start, end = match.span()
    body = match.group()
    cut = body.find("'")
    pieces = [(start, end)]
    if cut > 0 and not body.endswith("n't"):
        pieces = [(start, start + cut), (start + cut, end)]
    for low, high in pieces:
        here = folded.span(low, high)
        text = folded.text[low:high]
        labels = {str(match.lastgroup)} | vocabulary.labels(text)
        if folded.original[here[0]].isupper():
            labels.add("cap")
        if tight or low > start:
            labels.add("tight")
        yield Token(text, *here, frozenset(labels))


def _is_short(token: Token, vocabulary: Vocabulary) -> bool:
    """Say whether a full stop after a word shortens it ("dr.", "p.m.")."""
    one_letter = "word" in token.labels and len(token.text) == 1
    return one_letter or token.text in vocabulary.short


def _mark(
    folded: Normalised,
    match: re.Match[str],
    *,
    tight: bool,
    before: Sequence[Token],
    vocabulary: Vocabulary,
) -> Iterator[Token]:
    """Yield a mark, unless it only holds a word together or shortens one."""
    mark = match.group()
    left = before[-1] if before and tight else None
    after = folded.text[match.end() : match.end() + 1]
    if mark in "'\"":
        return
    if mark == "-" and left is not None and after.isalpha() and "word" in left.labels:
        return
    if mark == "." and left is not None and _is_short(left, vocabulary):
        return
    labels = vocabulary.labels(mark) | ({"mark", "tight"} if tight else {"mark"})
    if mark in _STOPS:
        labels |= {"stop"}
    yield Token(mark, *folded.span(*match.span()), labels)


def _piece(letter: str, *, fold: bool) -> str:
    """Return what one letter of the original becomes."""
    same = letter.translate(_SAME)
    if same != letter:
        return same
    if letter.isspace():
        return letter if letter in "\n\t" else " "
    spread = unicodedata.normalize("NFKD" if fold else "NFKC", letter)
    if _SLASH in spread:
        return letter if _is_fraction(letter) else spread.replace(_SLASH, "/")
    kept = "".join(c for c in spread if _is_kept(c, fold=fold))
    return kept.casefold().translate(_LOOKALIKES) if fold else kept


def _is_fraction(letter: str) -> bool:
    """Say whether a letter is a fraction, such as "½"."""
    return not letter.isdecimal() and 0 <= unicodedata.numeric(letter, 1.0) < 1


def _is_kept(letter: str, *, fold: bool) -> bool:
    """Say whether a letter carries meaning for matching."""
    kind = unicodedata.category(letter)
    if kind in {"Mn", "Me"}:
        return not fold
    return kind not in _DROPPED
