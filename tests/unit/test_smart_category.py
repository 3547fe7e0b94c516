"""Which area a goal speaks for, and which words say so."""

from __future__ import annotations

from typing import Final

import attrs
import pytest

from stepwell.goals import Category
from stepwell.safety import CrisisResources, SafetyClass
from stepwell.smart import review
from stepwell.smart.category import category_votes, read_category
from stepwell.smart.lexicon import load_lexicon
from stepwell.smart.statement import Statement, read_statement

CRISIS: Final = CrisisResources("Ring Kim.")


def _read(text: str) -> Statement:
    """Return a text taken apart with the packaged words."""
    lexicon = load_lexicon("en")
    assert lexicon is not None
    return read_statement(text, lexicon)


class TestAreas:
    """Words, and where they stand, speak for an area."""

    @pytest.mark.parametrize(
        "text",
        [
            "PHQ-9 below 10",
            "get six hours of sleep most nights",
            "stop feeling so flat",
            "fewer panic attacks at the wheel",
            "have more energy in the mornings",
            "bring my pain down from a 7 to a 4",
            "cry less at my desk",
            "fall asleep before midnight",
            "feel like my old self",
            "no nightmares for a week",
            "go a month without cutting",
            "wake up refreshed",
            "get my appetite back",
            "Pt to report reduced anhedonia at r/v",
            "be less jumpy in crowds",
        ],
    )
    def test_symptom_reduction(self, text: str) -> None:
        """The area of symptom reduction."""
        assert "symptom_reduction" == review(text, crisis=CRISIS).category

    @pytest.mark.parametrize(
        "text",
        [
            "name one emotion each evening",
            "notice when I am getting tense in my shoulders",
            "work out why Mondays make me sad",
            "let myself cry about the divorce",
            "keep a mood diary for two weeks",
            "stop bottling things up",
            "put my anger into words",
            "know what I feel before I speak",
            "Client will identify three triggers for low mood",
            "sit with grief for five minutes a day",
            "be more in touch with my emotions",
            "make sense of losing my brother",
        ],
    )
    def test_emotional_awareness(self, text: str) -> None:
        """The area of emotional awareness."""
        assert "emotional_awareness" == review(text, crisis=CRISIS).category

    @pytest.mark.parametrize(
        "text",
        [
            "do my breathing exercise when stressed",
            "learn to handle criticism at work",
            "write a list of things that calm me down",
            "cope with my mother's moods",
            "make a relapse prevention plan with my nurse",
            "meditate for ten minutes every morning",
            "take three deep breaths before I answer",
            "count to ten instead of shouting",
            "use the grounding technique on the bus",
            "find ways to relax after work",
            "be more resilient",
            "ride out the urge to drink for fifteen minutes",
            "Pt will practise two distress tolerance skills daily",
            "have a warm bath to wind down after stressful days",
        ],
    )
    def test_coping_skills(self, text: str) -> None:
        """The area of coping skills."""
        assert "coping_skills" == review(text, crisis=CRISIS).category

    @pytest.mark.parametrize(
        "text",
        [
            "have dinner with my wife",
            "phone my sister every Sunday",
            "tell my boss that I cannot work late",
            "set boundaries with my parents",
            "my husband to listen to me",
            "stop arguing with my daughter",
            "text Lena back by Friday",
            "make two new friends",
            "be a more patient father",
            "spend an hour with the kids each evening",
            "say no when a neighbour asks for money",
            "feel less lonely",
            "apologise to Omar",
            "for my brother to forgive me",
            "go on a date this month",
            "trust my partner more",
            "be accepted by my in-laws",
        ],
    )
    def test_relationships(self, text: str) -> None:
        """The area of relationships."""
        assert "relationships" == review(text, crisis=CRISIS).category

    @pytest.mark.parametrize(
        "text",
        [
            "swim on Saturdays",
            "walk with my sister on Sundays",
            "clean the kitchen every evening",
            "get out of bed by eight",
            "practise the violin for 20 minutes",
            "go to the cinema once a month",
            "leave the house every day",
            "cook a proper meal twice a week",
            "join the chess club",
            "less time on TikTok",
            "finish the jigsaw on the landing",
            "10,000 steps a day",
            "jog round the block with Dad",
            "get dressed before ten",
            "take the bus into town on my own",
            "read for half an hour before bed",
        ],
    )
    def test_activity(self, text: str) -> None:
        """The area of activity."""
        assert "activity" == review(text, crisis=CRISIS).category

    @pytest.mark.parametrize(
        "text",
        [
            "catch negative thoughts",
            "stop telling myself I am worthless",
            "worry less about what people think",
            "challenge the belief that I always ruin things",
            "write down three things I am grateful for",
            "be kinder to myself",
            'find evidence against "nobody likes me"',
            "stop comparing myself with my sister",
            "talk to myself the way I talk to a friend",
            "see mistakes as part of learning",
            "stop jumping to conclusions when my wife is late",
            "believe in myself",
            "fewer worst-case scenarios",
            "raise my self-esteem",
        ],
    )
    def test_thought_patterns(self, text: str) -> None:
        """The area of thought patterns."""
        assert "thought_patterns" == review(text, crisis=CRISIS).category

    @pytest.mark.parametrize(
        "text",
        [
            "pay my rent on time",
            "take my tablets every night",
            "eat three meals a day",
            "book a dentist appointment",
            "cut down to two beers on Saturdays",
            "lose a stone by June",
            "ask my GP about a lower dose",
            "find a new flat by May",
            "get the job at the bakery",
            "save 50 a month for a holiday",
            "stop smoking",
            "drink two litres of water a day",
            "fill in the benefits form",
            "pass my driving test",
            "the council to fix the damp",
            "swap crisps for fruit at lunch",
            "get my medication reviewed",
            "revise for the maths exam",
            "no caffeine after lunch",
            "clear my credit card debt",
            "zzz",
        ],
    )
    def test_other(self, text: str) -> None:
        """The area of other."""
        assert "other" == review(text, crisis=CRISIS).category


class TestWhereWordsStand:
    """The act itself is heard most."""

    @pytest.mark.parametrize(
        ("text", "category"),
        [
            ("jog in the park so that I argue less with my wife", "activity"),
            ("jog in the park before my wife's birthday party", "activity"),
            ("ring my cousin instead of drinking", "relationships"),
            ("swim ten lengths, then ring my cousin", "activity"),
            ("ring my cousin, then swim ten lengths", "relationships"),
            ("Manage stress: ten minutes a day", "coping_skills"),
            ("stop thinking that my friends left because of me", "thought_patterns"),
            ("try and meditate with Omar", "coping_skills"),
            ("My wife and I keep arguing. I want to swim twice a week", "activity"),
        ],
    )
    def test_place(self, text: str, category: str) -> None:
        """Reasons, later acts and times are heard less than the act."""
        assert category == review(text, crisis=CRISIS).category

    @pytest.mark.parametrize(
        ("text", "category"),
        [
            ("my aunt to stop shouting at me", "relationships"),
            ("mother-in-law will visit us", "relationships"),
            ("landlord to mend the roof", "other"),
        ],
    )
    def test_others(self, text: str, category: str) -> None:
        """What others are to do is about them, or about an office."""
        assert category == review(text, crisis=CRISIS).category

    @pytest.mark.parametrize(
        ("text", "category"),
        [
            ("walk to the clinic with my aunt", "activity"),
            ("ask the nurse about my tablets", "other"),
            ("ask my aunt about her holiday", "relationships"),
            ("fill in the form with my brother", "other"),
        ],
    )
    def test_company(self, text: str, category: str) -> None:
        """People who only come along or help are not the point."""
        assert category == review(text, crisis=CRISIS).category


class TestVotes:
    """A host may read which words spoke."""

    def test_votes(self) -> None:
        """Each vote names its tokens; words of one turn of phrase speak once."""
        statement = _read("ring my aunt about the budget")
        votes = category_votes(statement)
        said = [(statement.tokens[v.start].text, v.end - v.start, v.category) for v in votes]
        assert [("ring", 3, "relationships"), ("budget", 1, "other")] == said
        assert votes[0].weight > votes[1].weight

    def test_act_by_default(self) -> None:
        """Where nothing speaks an act is activity, and a thing is other."""
        assert "activity" == review("bring the glimmix").category
        assert "other" == review("a glimmix").category

    def test_no_words(self) -> None:
        """No words speak for nothing."""
        statement = attrs.evolve(_read("walk"), tokens=(), parts=(), aims=(), finds=())
        assert () == category_votes(statement)
        assert Category.OTHER is read_category(statement, SafetyClass.NOTHING_FOUND)

    def test_living(self) -> None:
        """An answer about living speaks for symptoms."""
        statement = _read("zzz")
        assert Category.SYMPTOM_REDUCTION is read_category(statement, SafetyClass.RESPOND_NOW)
