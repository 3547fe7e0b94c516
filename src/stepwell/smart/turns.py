"""Find the turns of phrase in a text, and look them up by name and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import final

import attrs

from stepwell._patterns import Find, Forms, Present
from stepwell._text import Token
from stepwell.smart.lexicon import AT_HEADS, Lexicon

__all__ = ["Turns", "find_turns"]


@final
@attrs.frozen
class Turns:
    """The turns of phrase in a text, by name and then by the token they begin at.

    Most words begin nothing that matters there, so what is asked for only where a
    goal may begin is looked for when it is asked for, once for each word.
    """

    tokens: Sequence[Token]
    heads: Forms
    present: Present
    by_name: Mapping[str, Mapping[int, tuple[Find, ...]]]
    _seen: dict[int, Mapping[str, tuple[Find, ...]]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    def all(self, name: str) -> tuple[Find, ...]:
        """Return the finds of one name that is looked for everywhere, in order."""
        places = self.by_name.get(name, {})
        return tuple(find for finds in places.values() for find in finds)

    def between(self, name: str, start: int, end: int) -> Iterator[Find]:
        """Yield every find of one name that lies in a run of tokens, in order."""
        places = self.by_name.get(name, {})
        for at in range(start, end) if places else ():
            yield from (find for find in places.get(at, ()) if find.end <= end)

    def longest(self, name: str, at: int, end: int | None = None) -> Find | None:
        """Return the longest find of one name at a token, none reaching past an end."""
        there = self._heads_at(at) if name in AT_HEADS else {}
        finds = there.get(name) or self.by_name.get(name, {}).get(at, ())
        kept = (find for find in finds if end is None or find.end <= end)
        return max(kept, key=lambda find: find.end, default=None)

    def end(self, name: str, at: int, end: int | None = None) -> int:
        """Return where the longest find at a token ends, or the token."""
        find = self.longest(name, at, end)
        return at if find is None else find.end

    def _heads_at(self, at: int) -> Mapping[str, tuple[Find, ...]]:
        """Return what begins at a token, by name."""
        if at >= len(self.tokens):
            return {}
        if at not in self._seen:
            self._seen[at] = _by_tag(self.heads.find_at(self.tokens, at, self.present))
        return self._seen[at]


def find_turns(tokens: Sequence[Token], lexicon: Lexicon) -> Turns:
    """Return the turns of phrase among chunked tokens."""
    found: dict[str, dict[int, tuple[Find, ...]]] = {}
    for find in lexicon.grammar.find(tokens):
        places = found.setdefault(find.tag, {})
        places[find.start] = (*places.get(find.start, ()), find)
    return Turns(tokens, lexicon.heads, Present.among(tokens), found)


def _by_tag(finds: Iterable[Find]) -> Mapping[str, tuple[Find, ...]]:
    """Return finds by name."""
    found: dict[str, tuple[Find, ...]] = {}
    for find in finds:
        found[find.tag] = (*found.get(find.tag, ()), find)
    return found
