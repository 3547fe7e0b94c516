"""Start from something: six areas, three focuses each, and goals with blanks.

The data stand apart from the code, and the numbers apart from the sentences:
``structure/`` holds codes, ranges and links, ``en/`` the words. A translation is
one more folder. All wording is our own and not clinically reviewed; a focus names
the works it rests on.

>>> from stepwell.catalog import builtin
>>> catalog = builtin()
>>> len(catalog.categories), len(catalog.focuses)
(6, 18)
>>> catalog.fill("routine_short_walk", minutes=10, route="the canal path", days=2).statement
'Walk 10 minutes along the canal path on 2 or more days a week'
"""

from __future__ import annotations

from stepwell.catalog.blanks import Blank, BlankKind, Filling
from stepwell.catalog.checking import TemplateFinding, check_template
from stepwell.catalog.entries import CategoryEntry, Focus, Idea, Ideas
from stepwell.catalog.kinds import Caution, LogKind
from stepwell.catalog.mappings import Catalog
from stepwell.catalog.reading import builtin
from stepwell.catalog.sources import SOURCES
from stepwell.catalog.templates import Aim, Fit, GoalTemplate

__all__ = [
    "SOURCES",
    "Aim",
    "Blank",
    "BlankKind",
    "Catalog",
    "CategoryEntry",
    "Caution",
    "Filling",
    "Fit",
    "Focus",
    "GoalTemplate",
    "Idea",
    "Ideas",
    "LogKind",
    "TemplateFinding",
    "builtin",
    "check_template",
]
