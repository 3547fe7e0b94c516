"""How specific a goal is: named things, categories, bare states."""

from __future__ import annotations

import pytest

from stepwell.smart import Verdict, review


class TestNamed:
    """An observable act on something named."""

    @pytest.mark.parametrize(
        "text",
        [
            "ring the housing office about the damp",
            "finish the crossword with Grandad",
            "plant tulips in the front bed",
            "have a coffee with Priti at the market",
            "email my landlord about the heating",
            "go to the Wednesday art class",
            "do the washing up before bed",
            "stop biting my nails",
            "quit buying lottery tickets",
            "write down three things I'm grateful for each night",
            "walk to the postbox and back",
            "read one chapter of my book",
            "clear the spare room wardrobe",
            "get to bed by 11",
            "see the optician",
            "my brother pays back the loan",
            "drop off the donation bags at the hospice shop",
            "play the piano for ten minutes",
            "make soup on Sundays",
            "turn off the telly at ten",
            "pay the gas bill",
            "not check my work phone after 7pm",
            "clean out the fridge",
            "take the bus into town on my own",
            "say hello to the woman next door",
            "phone the crisis line instead of drinking when it gets bad",
            "wash my hair twice a week",
            "cut my cigarettes from 20 to 10 a day",
            "Client will book a hearing test at the audiology clinic",
            "Pt to complete sleep diary nightly until next appt",
            "since the op I'm stuck in, and I want to get to the corner shop by Friday",
            "stop texting my ex",
            "tell my line manager about my diagnosis",
            "return the library books",
            "hand in my dissertation",
            "phone the dentist",
            "finish painting the hallway",
            "when I wake in the night, write my worries on the pad instead of lying there",
            "walk 20 minutes",
            "run 5k",
            "play my guitar again",
            "have lunch with Dev",
            "the council to mend the fence",
            "my mum stops commenting on my weight",
            "track my spending on the Monzo app",
            "sit with Mum in the garden",
            "put the bins out on Thursdays",
            "change the bed sheets this weekend",
            "eat breakfast every day",
            "ask Karen to cover my Tuesday shift",
            "no phone after 9pm",
            "no more than 10 units a week",
            "leave the house without checking the door",
            "get through one whole day without checking the door",
            "teach my son to ride his bike by summer",
            "renew my passport",
            "increase daily steps from 3000 to 6000",
            "reduce drinking to two nights a week",
        ],
    )
    def test_specific(self, text: str) -> None:
        """An observable act on something named."""
        assert Verdict.MET is review(text).verdicts.specific


class TestCategory:
    """A category, an inner act, or more of the same."""

    @pytest.mark.parametrize(
        "text",
        [
            "eat more healthily",
            "exercise more",
            "spend more time with people",
            "do something creative",
            "take up a hobby",
            "use relaxation techniques when stressed",
            "notice my thought patterns",
            "learn what sets off my anger",
            "practise mindfulness",
            "reach out to others for support",
            "understand what the panic is telling me",
            "identify what I need in relationships",
            "go out more often",
            "talk about my feelings",
            "drink less",
            "stop comparing myself to my sister",
            "cook healthy meals",
            "get some fresh air",
            "stop snapping at people",
            "challenge negative thoughts",
            "recognise when I'm getting overwhelmed",
            "accept that my marriage is over",
            "do more around the house",
            "express my emotions to others",
            "keep a routine",
            "set boundaries with people",
            "look after my body",
            "Pt will utilise healthy coping mechanisms",
            "Client will identify triggers for low mood",
            "It goes round and round, so I'd like to stop replaying conversations in my head",
            "see my friends more",
            "manage my money better",
            "get my husband to understand what depression is",
            "get into a routine",
            "eat regularly",
            "do some gardening",
            "be more organised at work by planning my day",
            "ask for help when I need it",
            "less time on my phone",
            "rely less on alcohol",
            "stop worrying about money",
            "worry less about what people think",
            "improve communication with my wife",
            "increase physical activity",
            "reduce alcohol intake",
            "Client will engage in pleasurable activities",
            "Explore feelings about the divorce",
            "process the loss of my dad",
            "learn to say no",
        ],
    )
    def test_specific(self, text: str) -> None:
        """A category, an inner act, or more of the same."""
        assert Verdict.PARTLY is review(text).verdicts.specific


class TestState:
    """A bare state or comparative, whoever writes it down."""

    @pytest.mark.parametrize(
        "text",
        [
            "feel at peace with who I am",
            "be a calmer, more patient parent",
            "enjoy life again",
            "get my spark back",
            "just feel okay",
            "be more assertive at work",
            "improve my sleep hygiene and energy levels",
            "reduce stress",
            "be less irritable with the kids",
            "find happiness",
            "regain a sense of purpose",
            "improve my marriage",
            "stop feeling worthless",
            "stop being so hard on myself",
            "get better",
            "function better day to day",
            "build resilience and self-confidence",
            "increase motivation",
            "Pt will report improved mood",
            "client to develop a more positive self-image",
            "work on my self-esteem",
            "be a good friend",
            "feel less guilty about everything",
            "make peace with the past",
            "get back to normal",
            "have a better relationship with my daughter",
            "decrease anxiety symptoms",
            "enhance coping and adjustment",
            "live in the moment more",
            "Pt will demonstrate improved self-esteem",
            "Patient to experience fewer depressive symptoms",
            "everything is too much and I just want to feel like me again",
            "I'm knackered all the time, I'd love more energy",
            "be a better version of myself",
            "manage my emotions",
            "control my temper",
            "live a normal life",
            "my kids to be happy",
            "people to like me",
            "be more productive",
            "become independent",
            "lift my depression",
            "anxiety under control",
            "better work life balance",
            "to not feel so alone",
            "stop worrying",
            "be a proper mum",
            "strengthen family relationships",
        ],
    )
    def test_specific(self, text: str) -> None:
        """A bare state or comparative, whoever writes it down."""
        assert Verdict.NOT_YET is review(text).verdicts.specific


class TestWishes:
    """A wish counts wherever it stands, and so does each of its acts."""

    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("I told nobody, and I want to ring my aunt, she has been lonely", Verdict.MET),
            ("It has been a long year and I'd like to ring my aunt because she asked", Verdict.MET),
            ("At some point I'd like to repaint the shed (blue)", Verdict.MET),
            ("I'm tired of it all, I want to book a haircut and I want to sleep", Verdict.MET),
            ("I want to, I want to ring my aunt", Verdict.MET),
            ("I want to maybe, I hope, ring my aunt", Verdict.MET),
            ("The house is cold, so half an hour of digging in the yard", Verdict.MET),
            ("I want to be happy and repair the gate", Verdict.PARTLY),
            ("I want to be happy and I want to be calm", Verdict.NOT_YET),
            ("talk to him about the will", Verdict.MET),
            ("talk to him", Verdict.MET),
            ("wash the car, and , phone Ann", Verdict.MET),
            ("wash the car, - repaint the gate", Verdict.MET),
            ("I want to * phone my aunt", Verdict.MET),
            ("* phone my aunt", Verdict.MET),
            ("take one thing from the jar on my desk, twice a week", Verdict.MET),
            ("take one thing from the jar", Verdict.PARTLY),
            ("jot down a feeling every evening", Verdict.MET),
            ("calmer at home", Verdict.NOT_YET),
            ("by 9, weekdays", Verdict.MET),
            ("twice", Verdict.NOT_YET),
            ("increase two walks with Sam", Verdict.MET),
            ("the mornings to be calm", Verdict.NOT_YET),
        ],
    )
    def test_wishes(self, text: str, verdict: Verdict) -> None:
        """The best of what is wished for tells, a bare state beside it takes some away."""
        assert verdict is review(text).verdicts.specific
