"""A tour of the review: from a wish in free words to a goal, with one question at a time.

Everything here is invented: the person, the wishes, the clinic and its rule.

Run it:  python examples/03_smart_review.py
"""

from __future__ import annotations

from datetime import date

import attrs

import stepwell as sw
from stepwell.kindness import assert_kind
from stepwell.safety import CrisisResources
from stepwell.smart import (
    RULES,
    Criterion,
    Evidence,
    Origin,
    Rule,
    Severity,
    Subject,
    Verdict,
    load_lexicon,
)

TODAY = date(2027, 1, 4)
WISH = "I want to stop worrying so much every night"
BETTER = "walk round the lake with Sam for 20 minutes, 3 times a week until 1 March (7/10 sure)"
OURS = CrisisResources("You can ring our team at any hour: the number is on your card.")


def main() -> None:
    """Look at a wish, ask once, make it a goal, and see what comes first."""
    look_at_a_wish()
    put_a_finding_aside()
    on_a_day_with_little_energy()
    make_it_a_goal()
    look_with_a_rule_of_our_own()
    read_a_word_of_our_own()
    see_what_comes_first()


def look_at_a_wish() -> None:
    """Show what is there, where it stands in the words, and one question."""
    heading("1  A wish in free words")
    report = sw.review(WISH, today=TODAY)
    for name, verdict in report.verdicts.items():
        print(f"{name:<12}{verdict}")
    for finding in report.findings:
        if finding.span is not None:
            print(f"- “{WISH[slice(*finding.span)]}”: {finding.reason}")
    print(f"\nOne question: {report.next_question}")


def put_a_finding_aside() -> None:
    """Leave a finding be; it is asked about no more, now and in later reviews."""
    heading("2  “I like it that way”")
    report = sw.review(WISH, today=TODAY)
    code = next(each.code for each in report.findings if each.question is not None)
    later = report.dismiss(code, "I like it in these words")
    again = sw.review(WISH, today=TODAY, dismissed=later.dismissals)
    print(f"{code} is put aside. The next question: {again.next_question}")


def on_a_day_with_little_energy() -> None:
    """Bend to the day: less is enough, and an open goal needs no number and no day."""
    heading("3  Enough for today")
    tired = sw.review("walk round the lake", today=TODAY, energy=2)
    print(f"With little energy: enough is {tired.enough}, questions: {len(tired.questions)}")
    ready = sw.review("walk round the lake", today=TODAY, energy=8)
    print(f"With much energy:   enough is {ready.enough}, questions: {len(ready.questions)}")
    open_goal = sw.review("walk round the lake and see how far I get", open_goal=True)
    print(f"As an open goal:    enough is {open_goal.enough}")


def make_it_a_goal() -> None:
    """Suggest a draft, read what it is unsure of, add what the words do not say, keep it."""
    heading("4  A draft, and the goal it becomes")
    draft = sw.suggest(BETTER, today=TODAY)
    print(draft)
    if draft.goal is None:
        return
    goal = attrs.evolve(draft.goal, why="I feel lighter out of doors", importance=8)
    book = sw.GoalBook(sw.MemoryJournal(), on_safety=print)
    book.add_goal("person-1", goal, goal_id="lake")
    print("\nThe person said why it matters, and kept it:\n")
    print(book.plan("person-1"))


def names_company(subject: Subject) -> Evidence | None:
    """Find nobody to do it with; company helps some people to begin (own rule of a clinic)."""
    if subject.statement is None or subject.statement.evidence("place_or_person"):
        return None
    return Evidence()


def look_with_a_rule_of_our_own() -> None:
    """Add a check of a clinic's own, with sentences that pass the check for kindness."""
    heading("5  A rule of our own")
    ours = Rule(
        code="CLI01",
        criterion=Criterion.RELEVANT,
        verdict=Verdict.NOT_ASSESSED,
        severity=Severity.SUGGESTION,
        origin=Origin.TEXT,
        judge=names_company,
        reason="Who could be there with you is still open.",
        question="Is there somebody you would like to have beside you?",
    )
    for sentence in (ours.reason, ours.question):
        assert_kind(str(sentence))
    report = sw.review("paint the garden bench by Sunday", today=TODAY, rules=(ours, *RULES))
    print(report.next_question)


def read_a_word_of_our_own() -> None:
    """Teach the lexicon a word; the packaged one stays as it is."""
    heading("6  A word of our own")
    lexicon = load_lexicon("en")
    if lexicon is None:
        return
    words = {**lexicon.categories, "boules": ((sw.Category.ACTIVITY, 3.0),)}
    ours = attrs.evolve(lexicon, categories=words)
    print("before:", sw.review("boules on Tuesday", today=TODAY).category)
    print("after: ", sw.review("boules on Tuesday", today=TODAY, lexicon=ours).category)


def see_what_comes_first() -> None:
    """Show that safety stands before everything, and that no draft is made of such words."""
    heading("7  When the words call for a person")
    words = "have fewer suicidal thoughts by spring"
    report = sw.review(words, today=TODAY, crisis=OURS)
    draft = sw.suggest(words, today=TODAY, crisis=OURS)
    print(report)
    print(f"\nQuestions about quality: {len(report.questions)}. A goal in the draft: {draft.goal}.")


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'-' * len(text)}")


if __name__ == "__main__":
    main()
