"""Read dates, amounts and questionnaires as one word each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from stepwell._text import Normalised, Token, read_tokens
from stepwell.smart.lexicon import Lexicon

__all__ = ["chunked", "goal_tokens"]

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199


def goal_tokens(text: Normalised, lexicon: Lexicon) -> tuple[Token, ...]:
    """Return the tokens of a goal; numbers that are years or clock times say so."""
    return tuple(_dated(token) for token in read_tokens(text, lexicon.vocabulary))


def chunked(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """Return the tokens with each run that is one thing made one token."""
    return tuple(_chunks(tokens, lexicon))


def _dated(token: Token) -> Token:
    """Return a number with its further labels."""
    if "number" not in token.labels:
        return token
    if ":" in token.text:
        return attrs.evolve(token, labels=token.labels | {"clock"})
    year = float(token.text) if token.text.isdecimal() else 0.0
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        return attrs.evolve(token, labels=token.labels | {"year"})
    return token


def _chunks(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Yield tokens, or the chunk that begins there."""
    at = 0
    while at < len(tokens):
        chunk, at = _chunk_at(tokens, at, lexicon)
        yield chunk


def _chunk_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Token, int]:
    """Return the chunk or token at one place, and the place after it."""
    finds = lexicon.chunks.find_at(tokens, at)
    if not finds:
        return tokens[at], at + 1
    find = min(finds, key=lambda each: (lexicon.chunk_order[each.tag], -each.end))
    labels = frozenset(find.tag.split())
    if find.end == at + 1:
        return attrs.evolve(tokens[at], labels=tokens[at].labels | labels), find.end
    first, last = tokens[at], tokens[find.end - 1]
    text = " ".join(token.text for token in tokens[at : find.end])
    return Token(text, first.start, last.end, labels | {"word"}), find.end
