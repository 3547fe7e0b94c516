"""One aim, or several."""

from __future__ import annotations

import pytest

from stepwell.smart import review


class TestSingle:
    """One aim, or several."""

    @pytest.mark.parametrize(
        "text",
        [
            "walk 20 minutes a day and log it",
            "identify and challenge negative thoughts",
            "reduce stress by doing yoga and breathing exercises",
            "go to the gym and use the treadmill for ten minutes",
            "either ring or text my sister on Sunday",
            "sit in the garden and listen to the birds for five minutes",
            "plan and cook one meal",
            "write three good things and read them to Sam",
            "buy bread, milk and eggs on Saturday",
            "meet Jo and Priya for coffee",
            "Use a thought record and rate my mood afterwards",
            "talk to my mum about money and the house",
            "get up and get dressed by nine",
            "My sister died and I stopped cooking, so I want to make one soup a week",
            "when I panic, stop, breathe and count to ten",
            "Client will recognise when she is tired and needs to rest",
            "invite Dad and tell him about the job",
            "instead of scrolling and snacking, read a chapter",
            "Pt will practise saying no to overtime and weekend work",
            "keep a diary of food and mood",
            "I want to see Ana, who moved away and had a baby, before June",
            "try and get outside once a day",
            "be able to drive to work and back",
            "Wash, dress and eat breakfast by 9 every weekday",
            "tell my partner how I feel and what I need",
            "stop overthinking",
            "ask for help when I'm stuck and feel low",
            "go for a run before work, rain or shine",
            "find a counsellor who understands grief and faith",
            "spend an hour with my kids, no phones",
            "Exposure: ring the bell, ask a question, leave again",
            "breathe in for four and out for six, five times a day",
            "go for a walk with Sue and her dog",
            "cook a meal from scratch and eat it at the table",
            "work on my CV for an hour on Tuesday and Thursday",
            "attend the group and speak once",
            "wake at 7 and get straight up",
            "paint for ten minutes, no judging",
            "do my physio exercises morning and night",
            "make a list of jobs and tick off one a day",
            "catch a negative thought and write a kinder one",
            "take a break, stretch and have a drink each hour",
            "understand how my past and my drinking are linked",
            "be able to sit with sad feelings and not run",
            "notice what I feel and name it",
            "phone Mum, just for five minutes",
        ],
    )
    def test_one(self, text: str) -> None:
        """Acts that belong together are one aim."""
        assert review(text).traits.single

    @pytest.mark.parametrize(
        "text",
        [
            "sleep through the night and see my mates more",
            "Be calmer, happier and more confident",
            "Call the GP. Sort out my car insurance",
            "Improve mood & energy",
            "learn guitar plus lose some weight",
            "Walk to the lake on Mondays and cook a curry on Thursdays",
            "less anxiety, better sleep",
            "Reduce anxiety and depression",
            "I want to finish my thesis and I'd like to make up with my brother",
            "happier / healthier",
            "Client will attend AA weekly and find part-time work",
            "eat well, exercise and quit smoking",
            "get the boiler fixed and the spare room painted",
            "Increase assertiveness; decrease rumination",
            "feel stronger and sleep better",
            "more money, more friends",
            "pay the gas bill, ring the vet, hoover the stairs",
            "I want to trust people again and I want to stop having nightmares",
            "To manage my anger and improve my relationship with my son",
            "Take my tablets each morning and go swimming on Fridays",
            "be a better mother and a better wife",
            "get fit & find a girlfriend",
            "PHQ-9 under 10 and GAD-7 under 8",
            "Apply for the course. Also see my nan weekly",
            "Eat three meals a day and go to bed at ten",
            "swim on Mondays, see Priya on Fridays",
            "I want a job and a flat",
            "better mood, better sleep, better everything",
            "Client will improve sleep hygiene and increase social contact",
            "be more patient with the kids and spend time with my wife",
            "reduce alcohol intake and re-engage with work",
            "Learn to drive, move out, get a dog",
            "clean the oven + post the parcel",
            "I'd like to sleep better. I'd also like to see my daughter",
            "make friends and find a hobby",
            "quit smoking, start jogging, eat greens",
            "cope w/ anxiety & be more assertive",
        ],
    )
    def test_several(self, text: str) -> None:
        """Aims that each need a measure are several."""
        assert not review(text).traits.single
