"""The tone of a goal: harsh, absolute, hedged."""

from __future__ import annotations

import pytest

from stepwell.smart import review


class TestSelfCritical:
    """Harsh labels and shoulds."""

    @pytest.mark.parametrize(
        "text",
        [
            "stop being such a lazy git",
            "I'm useless at this. Walk once a day",
            "I ought to be able to cope on my own at my age",
            "Reports feeling 'such a doormat'; will attend group weekly",
            "clean the flat, you slob",
            "I'm supposed to be a grown woman, so pay the rent on time",
            "I'm such an idiot, I want to save 20 quid a week",
            "not be so pathetic at parties",
            "pull myself together and ring the bank",
            "Patient says 'I am a terrible mother'; goal: bath the baby twice weekly",
            "I should have done this years ago. Book the course",
            "everyone else manages, why can't I, just get to work on time",
            "fix my stupid brain",
            "lazy lump that I am, jog on Sundays",
            "I'm a nuisance to my family so I want to cook twice a week",
            "get over it like a normal person",
            "I hate myself, I want to sleep",
            "man up and talk to Dave",
            "I must stop being so weak",
            "I'm rubbish at everything but I'd like to bake a loaf",
            "get my fat arse to the gym",
            "be a proper mum for once",
            "at forty I ought to own a saucepan",
            "why can't I be normal, just go to the shop",
            'Says she is "a useless wife"; aims to cook on Sundays',
            "stop being so bloody miserable",
            "be less of a waste of skin",
            "do something with my sad little life",
            "stop failing at everything",
            "I'm not good enough so I want to study",
            "grow a spine and tell him no",
            "I've no willpower. No cake this week",
            "I can't do anything right, I just want to finish one drawing",
            "a real man would cope. Go back to work",
            "I'm too old to be scared of dogs",
            "quit whining and get on with it",
            "get off my lazy backside and walk to the park",
            "stop letting everyone down",
            "It's my fault they left, be a nicer person",
            "I'm a joke of a father, read to Ben nightly",
            "I shouldn't need help but I'll go to group on Tuesday",
            "too thick for college but enrol anyway",
            "be a decent human being",
            "I hate how weak I am, lift weights twice a week",
        ],
    )
    def test_harsh(self, text: str) -> None:
        """A harsh label or a should for oneself is heard."""
        assert review(text).traits.self_critical

    @pytest.mark.parametrize(
        "text",
        [
            "be kinder to myself",
            'Notice the thought "I\'m a failure" and write a fair reply',
            "challenge my should statements",
            "take the rubbish out every Tuesday",
            "My boss is an idiot, so I want to find a new job",
            "feel less sad",
            "work on self-criticism with my therapist",
            "clear the mess in the spare room",
            "stop calling myself stupid",
            "I can't even sleep in my own bed since the fire",
            "make soup for my weak old dog",
            "My husband should help more",
            "ask what I should do about my tax",
            "Client will report when mood is bad",
            "get fit enough to play with the kids",
            "I'm exhausted. Nap at two",
            "I'm anxious about flying",
            "be good enough to run 5k with the club",
            "make a stupid card for my sister",
            "I was told I'm useless by my ex, I want to feel proud of my work",
            'list evidence against "I am unlovable"',
            "My dad says I'm lazy. Walk twice a week",
            "fix the broken gate",
            "stop feeling guilty",
            "ask the teacher whether Sam should repeat the year",
            "watch a silly film",
            "be patient with my mother",
            "throw out the ugly sofa",
        ],
    )
    def test_not_harsh(self, text: str) -> None:
        """Other senses, other people and thoughts at work are not."""
        assert not review(text).traits.self_critical


class TestAbsolutist:
    """Standards without exception."""

    @pytest.mark.parametrize(
        "text",
        [
            "never be sad again",
            "be totally free of anxiety",
            "I want everyone to like me",
            "always say the right thing",
            "no panic at all",
            "get rid of my depression once and for all",
            "be perfect at work",
            "please everybody",
            "Client will never raise his voice",
            "zero mistakes at work",
            "have absolutely no bad thoughts",
            "be happy every single minute",
        ],
    )
    def test_standard(self, text: str) -> None:
        """All, never and always as a standard are heard."""
        assert review(text).traits.absolutist

    @pytest.mark.parametrize(
        "text",
        [
            "take my tablets every morning",
            "eat all three meals",
            "understand why I always pick fights",
            "stop trying to be perfect",
            "My mum never listens. I want to tell her how I feel",
            "run every day",
            "be on time for all my shifts this week",
            "finish the whole book by June",
            "I've never been abroad, so I want to book a trip to Rome",
            "challenge all-or-nothing thinking",
            "accept that not everyone will like me",
            "I lost everything so I want to save 50 a month",
        ],
    )
    def test_no_standard(self, text: str) -> None:
        """Schedules, news and thoughts at work are not."""
        assert not review(text).traits.absolutist


class TestHedged:
    """Maybes."""

    @pytest.mark.parametrize(
        "text",
        [
            "try to walk twice a week",
            "maybe join a choir",
            "see if I can get to the shop",
            "I might call my sister",
            "possibly start yoga in May",
            "hopefully sleep better",
            "go for a run if I can",
            "call Mum at some point",
            "have a go at painting",
            "Pt will attempt to leave house daily",
            "I'd like to perhaps read more",
            "swim on Friday, weather permitting",
            "gonna try n eat breakfast",
            "fingers crossed get to the gym by Friday",
            "I hope my wife forgives me",
            "where possible, client to attend group",
        ],
    )
    def test_maybe(self, text: str) -> None:
        """Trying, hoping and perhaps are heard."""
        assert review(text).traits.hedged

    @pytest.mark.parametrize(
        "text",
        [
            "try on the dress by Friday",
            "keep hope alive in my hope box",
            "email her as soon as possible",
            "book a GP appointment in May",
            "learn to hope again",
            "I tried everything. I want to sleep at 10",
            "list possible triggers",
            "ask for help when I feel low",
            "be the sort of person who reads",
            "find out what may help me sleep",
            "think about what I want",
            "If I wake at night, get up and read",
        ],
    )
    def test_no_maybe(self, text: str) -> None:
        """Other senses of the words are not."""
        assert not review(text).traits.hedged
