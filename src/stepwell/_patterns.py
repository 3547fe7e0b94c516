"""Find phrases in text by a small grammar of words, in linear time.

A *vocabulary* gives words their classes (``me = ["me", "myself"]``). A *form*
is one line such as ``"want|wish to <die> !laughing"``. It is read word by word:

``word``, ``a|b``, ``<class>``, ``a|<class>``
    one word out of several; a class may also be one of the kinds below
``*``
    any word or number
``x?``
    the same, but it may be missing
``..3``
    up to three words or numbers in between, never across a mark
``!x`` and ``&x``
    the next word is not, or is, one of these (it is not read)
``^`` and ``$``
    the start and the end of a run of words
``~``
    the place where one find is cut into two
``{name}``
    every line of a named part in turn

Every form is finite and every gap bounded, so the work for each word has a
fixed limit and the whole is linear in the length of the text. English stands
in data files only; this module knows none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from typing import Final, final

import attrs

from stepwell._text import Token

__all__ = [
    "Find",
    "Form",
    "Forms",
    "Present",
    "compile_forms",
]

_OUTER: Final = frozenset({"word", "number"})


_NOTHING: Final = Token("", 0, 0, frozenset())


@final
@attrs.frozen
class Find:
    """Tokens that a form matched: from ``start`` up to ``end``, cut at ``cut``."""

    start: int
    end: int
    tag: str
    cut: int | None = None


@final
@attrs.frozen
class _Part:
    """One place of a form: which tokens fit there, and how often."""

    words: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    kind: str = "one"
    gap: int = 0


@final
@attrs.frozen
class Form:
    """A compiled form: what follows its first word, and the tag that its finds carry.

    ``second`` is what the second word has to fit, if some word has to follow at
    once, and ``needed`` are the parts that have to stand somewhere: looking at these
    first spares most of the work.
    """

    rest: tuple[_Part, ...]
    tag: str
    opens: bool
    second: _Part | None
    needed: tuple[_Part, ...] = ()


@final
@attrs.frozen
class Present:
    """What stands anywhere among some tokens."""

    texts: frozenset[str]
    labels: frozenset[str]

    @classmethod
    def among(cls, tokens: Sequence[Token]) -> Present:
        """Return what stands among some tokens."""
        labels = frozenset(chain.from_iterable(token.labels for token in tokens))
        return cls(frozenset(token.text for token in tokens), labels)

    def holds(self, part: _Part) -> bool:
        """Say whether some token fits a part."""
        return not (part.words.isdisjoint(self.texts) and part.classes.isdisjoint(self.labels))


@final
@attrs.frozen
class Forms:
    """Many forms, indexed by the word or class that they begin with."""

    by_word: Mapping[str, tuple[Form, ...]]
    by_class: Mapping[str, tuple[Form, ...]]

    def find(self, tokens: Sequence[Token]) -> tuple[Find, ...]:
        """Return the longest find of each form at each token."""
        present = Present.among(tokens)
        return tuple(
            find for at in range(len(tokens)) for find in self.find_at(tokens, at, present)
        )

    def find_at(
        self, tokens: Sequence[Token], at: int, present: Present | None = None
    ) -> list[Find]:
        """Return the longest find of each form that begins at one token."""
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else _NOTHING
        text, labels = following.text, following.labels
        finds: list[Find] = []
        for form in chain(
            self.by_word.get(token.text, ()),
            *(self.by_class[label] for label in token.labels if label in self.by_class),
        ):
            second = form.second
            if (
                second is None or text in second.words or not second.classes.isdisjoint(labels)
            ) and (present is None or all(map(present.holds, form.needed))):
                _match(form, tokens, at, finds)
        return finds


def compile_forms(
    forms: Iterable[tuple[str, Iterable[str]]],
    *,
    parts: Mapping[str, Sequence[str]] | None = None,
) -> Forms:
    """Return forms ready to search with; each comes as a tag and its lines.

    Raises
    ------
    ValueError
        If a form begins with something that may be missing or be anything.
    """
    by_word: dict[str, list[Form]] = {}
    by_class: dict[str, list[Form]] = {}
    for tag, lines in forms:
        for line in (each for raw in lines for each in _expanded(raw, parts or {})):
            first, form = _form(line, tag)
            for word in first.words:
                by_word.setdefault(word, []).append(form)
            for name in first.classes:
                by_class.setdefault(name, []).append(form)
    return Forms(
        {word: tuple(found) for word, found in by_word.items()},
        {name: tuple(found) for name, found in by_class.items()},
    )


def _form(line: str, tag: str) -> tuple[_Part, Form]:
    """Return the first place of a form, and the form."""
    places = [_part(piece) for piece in line.split()]
    opens = bool(places) and places[0].kind == "start"
    rest = places[1:] if opens else places
    if not rest or rest[0].kind != "one" or any("" in place.words for place in rest):
        advice = f"a form begins with a word that is always there, and none is empty: {line!r}"
        raise ValueError(advice)
    first = rest.pop(0)
    second = _second(rest)
    needed = tuple(part for part in rest if part.kind == "one" and part is not second)
    return first, Form(tuple(rest), tag, opens, second, needed)


def _second(rest: Sequence[_Part]) -> _Part | None:
    """Return what the word after the first has to fit, or nothing where none has to follow."""
    words: set[str] = set()
    classes: set[str] = set()
    for part in rest:
        if part.kind in {"one", "maybe"}:
            words |= part.words
            classes |= part.classes
        if part.kind == "one":
            return part if part is rest[0] else _Part(frozenset(words), frozenset(classes))
        if part.kind in {"gap", "end"}:
            return None
    return None


def _expanded(line: str, parts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a line once for every way to fill its named parts."""
    pieces = re.split(r"\{(\w+)\}", line)
    choices: list[Sequence[str]] = [
        parts[piece] if at % 2 else (piece,) for at, piece in enumerate(pieces)
    ]
    for choice in product(*choices):
        filled = "".join(choice)
        if "{" in filled:
            yield from _expanded(filled, parts)
        else:
            yield from _begun(filled)


def _begun(line: str) -> Iterator[str]:
    """Yield a line with and without each word at its start that may be missing."""
    first, _, rest = line.strip().partition(" ")
    if first.endswith("?") and rest and not first.startswith(("^", "!")):
        yield f"{first[:-1]} {rest}"
        yield from _begun(rest)
    else:
        yield line


_SIGNS: Final = {
    "^": _Part(kind="start"),
    "$": _Part(kind="end"),
    "~": _Part(kind="cut"),
    "*": _Part(classes=_OUTER),
    "*?": _Part(classes=_OUTER, kind="maybe"),
}


_LOOKS: Final = {"!": "not", "&": "see"}


def _part(piece: str) -> _Part:
    """Return one compiled place of a form."""
    if piece in _SIGNS:
        return _SIGNS[piece]
    if piece.startswith(".."):
        return _Part(kind="gap", gap=int(piece[2:]))
    if piece[0] in _LOOKS and len(piece) > 1:
        return attrs.evolve(_part(piece[1:]), kind=_LOOKS[piece[0]])
    if piece.endswith("?") and len(piece) > 1:
        return attrs.evolve(_part(piece[:-1]), kind="maybe")
    names = piece.split("|")
    classes = {name for name in names if name.startswith("<") and len(name) > 1}
    words = frozenset(names) - classes
    return _Part(words, frozenset(name[1:-1] for name in classes))


def _match(form: Form, tokens: Sequence[Token], at: int, finds: list[Find]) -> None:
    """Add the longest find of one form whose first word stands at a token."""
    if form.opens and not _is_start(tokens, at):
        return
    end, cut = _longest(form.rest, 0, tokens, at + 1)
    if end > at:
        finds.append(Find(at, end, form.tag, cut))


_NOWHERE: Final = (-1, None)


def _longest(
    parts: tuple[_Part, ...], k: int, tokens: Sequence[Token], at: int
) -> tuple[int, int | None]:
    """Return where the longest match of ``parts[k:]`` from a token ends, and its cut."""
    while k < len(parts):
        part = parts[k]
        kind = part.kind
        k += 1
        fits = at < len(tokens) and (
            tokens[at].text in part.words or not part.classes.isdisjoint(tokens[at].labels)
        )
        if kind == "one":
            if not fits:
                return _NOWHERE
            at += 1
        elif kind == "maybe":
            if fits:
                return max(
                    _longest(parts, k, tokens, at + 1), _longest(parts, k, tokens, at), key=_first
                )
        elif kind == "gap":
            return _over_gap(parts, k, tokens, at, part.gap)
        elif kind == "cut":
            return _longest(parts, k, tokens, at)[0], at
        elif not (_is_end(tokens, at) if kind == "end" else fits is (kind == "see")):
            return _NOWHERE
    return at, None


def _over_gap(
    parts: tuple[_Part, ...], k: int, tokens: Sequence[Token], at: int, gap: int
) -> tuple[int, int | None]:
    """Return the longest match that begins after up to ``gap`` words."""
    best = _longest(parts, k, tokens, at)
    for _ in range(gap):
        if at >= len(tokens) or _OUTER.isdisjoint(tokens[at].labels):
            break
        at += 1
        best = max(best, _longest(parts, k, tokens, at), key=_first)
    return best


def _first(found: tuple[int, int | None]) -> int:
    """Return where a match ends, to compare matches by."""
    return found[0]


def _is_start(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a run of words starts here."""
    return at == 0 or "mark" in tokens[at - 1].labels


def _is_end(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a run of words ends here."""
    return at >= len(tokens) or "mark" in tokens[at].labels
