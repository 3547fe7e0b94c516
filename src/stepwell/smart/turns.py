"""Find the turns of phrase in a text once, and look them up by name and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import final

import attrs

from stepwell._patterns import Find
from stepwell._text import Token
from stepwell.smart.lexicon import Lexicon

__all__ = ["Turns", "find_turns"]


@final
@attrs.frozen
class Turns:
    """All turns of phrase in a text, by name and then by the token they begin at."""

    by_name: Mapping[str, Mapping[int, tuple[Find, ...]]]

    def all(self, name: str) -> tuple[Find, ...]:
        """Return every find of one name, in order."""
        places = self.by_name.get(name, {})
        return tuple(find for finds in places.values() for find in finds)

    def longest(self, name: str, at: int, end: int | None = None) -> Find | None:
        """Return the longest find of one name at a token, none reaching past an end."""
        finds = self.by_name.get(name, {}).get(at, ())
        kept = (find for find in finds if end is None or find.end <= end)
        return max(kept, key=lambda find: find.end, default=None)

    def end(self, name: str, at: int, end: int | None = None) -> int:
        """Return where the longest find at a token ends, or the token."""
        find = self.longest(name, at, end)
        return at if find is None else find.end


def find_turns(tokens: Sequence[Token], lexicon: Lexicon) -> Turns:
    """Return the turns of phrase among chunked tokens."""
    found: dict[str, dict[int, tuple[Find, ...]]] = {}
    for find in lexicon.grammar.find(tokens):
        places = found.setdefault(find.tag, {})
        places[find.start] = (*places.get(find.start, ()), find)
    return Turns(found)
