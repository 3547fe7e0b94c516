"""A tour of the catalog: from a few plain words to a goal of one's own.

Everything here is invented: the person and what they say.

Run it:  python examples/02_catalog_tour.py
"""

from __future__ import annotations

import textwrap
from datetime import date

import stepwell as sw
from stepwell.catalog import Aim, Blank, GoalTemplate, builtin

FIRST_DAY = date(2027, 1, 4)
SAID = "I've lost touch with my friends and the weekends are so lonely"


def main() -> None:
    """Look around, say something, choose, fill, and add a template of one's own."""
    catalog = builtin()
    heading("1  Six areas")
    for entry in catalog.categories:
        print(f"{entry.title}: {', '.join(focus.title.lower() for focus in entry.focuses)}")
    template = find_something(catalog)
    begin_gently(catalog, template)
    goal = make_it_mine(catalog, template)
    heading("5  What a review says to it")
    print(sw.review(goal, today=FIRST_DAY))
    on_a_seated_day(catalog)
    add_my_own(catalog)


def find_something(catalog: sw.Catalog) -> GoalTemplate:
    """Say a few words, and see what there is for them."""
    heading("2  A few plain words")
    print(f"“{SAID}”\n")
    found = catalog.find(SAID)
    for template in found[:3]:
        print(f"- {template.statement}")
    print("\nThe first of them:\n")
    print(found[0])
    return found[0]


def begin_gently(catalog: sw.Catalog, template: GoalTemplate) -> None:
    """Show what to read before beginning, and a step for the next ten minutes."""
    heading("3  Before beginning, and a first step")
    for sentence in catalog.cautions(template):
        print(textwrap.fill(sentence, 78))
    first = catalog.focus(template.focus).steps.steps[0]
    print(f"\nA first step, if you like: {first.what.lower()} ({first.minutes:g} min)")


def make_it_mine(catalog: sw.Catalog, template: GoalTemplate) -> sw.Goal:
    """Fill the blanks: the catalog suggests something for each, and one is changed here."""
    heading("4  The goal it becomes")
    blanks = template.suggestions | {"times": 2}
    goal = catalog.fill(template, start=FIRST_DAY, **blanks)
    print(goal)
    return goal


def on_a_seated_day(catalog: sw.Catalog) -> None:
    """Look for movement that suits a day in a chair."""
    heading("6  Movement for a day in a chair, in company")
    for template in catalog.find(category="activity", fits=["seated", "with_company"]):
        print(f"- {template.statement}")


def add_my_own(catalog: sw.Catalog) -> None:
    """Keep a template of one's own beside the packaged ones."""
    own = GoalTemplate(
        "water_the_herbs",
        statement="Water the herbs on the sill {times} times a week",
        focus="resilience",
        blanks=[Blank("times", unit="times", low=2, high=7, default=3)],
        aim=Aim("times", unit="times"),
        weeks=4,
    )
    heading("7  One of your own")
    print(catalog.with_templates(own).fill("water_the_herbs", times=3))


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'-' * len(text)}")


if __name__ == "__main__":
    main()
