"""Take a goal's words apart once, so that every rule can look at the same parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final, TypeVar, final

import attrs

from stepwell._patterns import Find
from stepwell._text import Normalised, Token, normalise
from stepwell.smart.chunks import chunked, goal_tokens
from stepwell.smart.clauses import Part, goal_parts
from stepwell.smart.cue_values import cue_value
from stepwell.smart.cues import CueFind, find_cues
from stepwell.smart.lexicon import Lexicon
from stepwell.smart.report import Cue, CueKind
from stepwell.smart.telling import told
from stepwell.smart.turns import Turns, find_turns
from stepwell.smart.wishes import find_aims, pieces_of

__all__ = ["Statement", "quoted_cues", "read_statement"]

T = TypeVar("T")

_NONE: Final = "none"
_CLOSES: Final = {"(": ")", "[": "]"}
_LONGEST_ASIDE: Final = 60
_MOST: Final = 8


@final
@attrs.frozen(kw_only=True)
class Statement:
    """The words of a goal, taken apart.

    Attributes
    ----------
    text
        The words, made plain, with the way back to the original.
    tokens
        The words and marks; dates and amounts are one each.
    finds
        The cues as tokens, and the runs that are no evidence.
    parts
        The runs that say what is wanted; the first is the main one.
    aims
        The first runs that each say one thing wanted, wherever it is said.
    told
        The tokens that only tell how things are.
    turns
        The turns of phrase in the words: lead-ins, endings, maybes.
    lexicon
        The words and forms of the language.
    """

    text: Normalised
    tokens: tuple[Token, ...]
    finds: tuple[CueFind, ...]
    parts: tuple[Part, ...]
    aims: tuple[Part, ...]
    told: frozenset[int]
    turns: Turns
    lexicon: Lexicon

    _known: dict[Any, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def once(self, judge: Callable[[Statement], T]) -> T:
        """Return what a judge says of these words; it is asked once, however many rules ask."""
        if judge not in self._known:
            self._known[judge] = judge(self)
        said: T = self._known[judge]
        return said

    @property
    def main(self) -> Part | None:
        """The first run that says what is wanted; none where there are no words."""
        return self.parts[0] if self.parts else None

    @property
    def head(self) -> int:
        """The token that the main run begins with after its lead-in."""
        return self.parts[0].head if self.parts else 0

    @property
    def body(self) -> tuple[Token, ...]:
        """The tokens of the main run after its lead-in."""
        return self.tokens[self.parts[0].head : self.parts[0].end] if self.parts else ()

    def evidence(self, *kinds: str) -> tuple[CueFind, ...]:
        """Return the cues of some kinds, in order."""
        return tuple(find for find in self.finds if find.kind in kinds)

    def measured(self, *kinds: str) -> tuple[CueFind, ...]:
        """Return the cues of some kinds, without those of a story told before the wish."""
        told = min((aim.start for aim in self.aims), default=0)
        if set(self.aims) <= set(self.parts):
            told = 0
        return tuple(find for find in self.evidence(*kinds) if find.end >= told - 1)

    def narrowed(self, part: Part) -> Statement:
        """Return a statement that has one run as its only goal."""
        return attrs.evolve(self, parts=(part,), aims=(part,))

    def pieces(self, aim: Part) -> Iterator[Statement]:
        """Yield the statement narrowed to each of the first acts of one run."""
        return map(self.narrowed, pieces_of(self.tokens, aim)[:_MOST])

    def at_head(self, name: str) -> Find | None:
        """Return the longest find of some forms where the main run begins."""
        return self.turns.longest(name, self.head) if self.body else None

    def within(self, name: str, parts: Sequence[Part] | None = None) -> tuple[Find, ...]:
        """Return all finds of some forms in the goal runs, lead-ins included."""
        runs = self.parts if parts is None else parts
        return tuple(
            find for part in runs for find in self.turns.between(name, part.start, part.end)
        )

    def anywhere(self, name: str) -> tuple[Find, ...]:
        """Return all finds of some forms in the whole text."""
        return self.turns.all(name)

    def at(self, find: Find | CueFind) -> tuple[Token, ...]:
        """Return the tokens of a find."""
        return self.tokens[find.start : find.end]

    def span(self, find: Find | CueFind | Part) -> tuple[int, int]:
        """Return where some tokens stand in the original."""
        return self.tokens[find.start].start, self.tokens[find.end - 1].end


def read_statement(text: str, lexicon: Lexicon) -> Statement:
    """Return a text taken apart: tokens, cues, goal runs."""
    plain = normalise(text, fold=True)
    tokens = _asides_last(chunked(goal_tokens(plain, lexicon), lexicon))
    finds = find_cues(tokens, lexicon, text)
    turns = find_turns(tokens, lexicon)
    found = goal_parts(tokens, finds, turns)
    aims = find_aims(tokens, turns, found.goals)[:_MOST]
    aside = told(tokens, turns)
    kept = tuple(find for find in finds if find.start not in aside)
    return Statement(
        text=plain,
        tokens=tokens,
        finds=kept,
        parts=found.goals,
        aims=aims,
        told=found.told,
        turns=turns,
        lexicon=lexicon,
    )


def _asides_last(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with what stands in brackets moved to the end."""
    main: list[Token] = []
    asides: list[Token] = []
    at = 0
    while at < len(tokens):
        close = _closing(tokens, at)
        if close > at:
            asides.extend(tokens[at : close + 1])
        else:
            main.append(tokens[at])
        at = max(at, close) + 1
    return (*main, *asides)


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Return the bracket that closes the one at a token, or the token."""
    if tokens[at].text not in _CLOSES:
        return at
    wanted = _CLOSES[tokens[at].text]
    last = min(len(tokens), at + _LONGEST_ASIDE)
    return next((here for here in range(at, last) if tokens[here].text == wanted), at)


def quoted_cues(statement: Statement, today: date | None) -> Iterator[Cue]:
    """Yield the cues, quoted exactly, with what they come to."""
    original = statement.text.original
    for find in statement.finds:
        if find.kind != _NONE:
            start, end = statement.span(find)
            words = statement.tokens[find.start : find.end]
            value = cue_value(find.kind, words, statement.lexicon, today)
            yield Cue(CueKind(find.kind), start, end, original[start:end], value)
