"""Which way a goal points: away, towards, or both."""

from __future__ import annotations

import pytest

from stepwell.smart import review
from stepwell.smart.report import Framing


class TestFraming:
    """Which way a goal points."""

    @pytest.mark.parametrize(
        "text",
        [
            "I'd love it if I could quit biting my nails before the wedding",
            "Work towards fewer panic attacks at the checkout",
            "Goal: discontinue lorazepam within two months",
            "GAD-7 16 -> 7 by spring",
            "Bring the nightmares down to one a week",
            "it would be nice to not cry in front of the kids",
            "just really want to stop snapping at Paul",
            "ditch the fags by August",
            "Client will experience a 30% decrease in panic symptoms",
            "no crying at my desk this week",
            "go a whole fortnight without a drink",
            "I don't want to be scared of buses any longer",
            "I never want to shout at my mother again",
            "Pt to come off zopiclone slowly with the GP",
            "spend half as much time on Reddit",
            "Eliminate binge episodes",
            "have a day with no tears",
            "get over my ex",
            "My husband to stop commenting on my weight",
            "want the voices gone",
            "keep off the vodka until Lent",
            "the dread on Sundays to go",
            "Reduced irritability with partner",
            "smoke no more than three a day",
            "shake this guilt",
            "weigh under 70 kg by June",
            "be less of a pushover",
            "give up sugar",
            "I'm after getting shot of these flashbacks",
            "feel a bit less on edge in lifts",
            "PHQ-9 to be below 5 by discharge",
            "Client's depression score will drop to 8",
            "put an end to the arguments about money",
            "my sleep's a mess and work is hell so I just want to cut out the late coffee",
            "snap out of this fog",
            "Pt wishes to be rid of intrusive images",
            "not have another meltdown at Mum's",
            "worry less about the mortgage",
            "curb impulse buying on payday",
            "lose the belly before Ibiza",
            "Cessation of cannabis use by week 6",
            "I've had it with the shouting, and I want to be done with it by Easter",
            "no takeaways for a month",
            "Client will demonstrate reduced checking behaviours",
            "cut my hours on TikTok to one a day",
            "My plan is to stop my olanzapine because it makes me fat",
            "eat under 800 calories a day",
            "wean myself off the sleeping pills",
            "Bring BDI down by ten points",
            "fewer nights awake at 3am",
            "be over Dan by summer",
            "never let anyone treat me like that again",
            "Pt will have no panic attacks in two weeks",
            "drink less coffee",
            "get out of this rut",
            "stay away from the bookies",
            "miss fewer lectures",
            "skip dinner till the wedding",
            "Mr P wants his wife to nag him less",
            "go without cigarettes on Sundays",
            "feel half as anxious at work",
            "minimise time in bed",
        ],
    )
    def test_away(self, text: str) -> None:
        """Ending, lessening, avoiding and denying point away."""
        assert review(text).traits.framing is Framing.AWAY

    @pytest.mark.parametrize(
        "text",
        [
            "Swap the second beer for a soda water at quiz night",
            "rather than hide in the loo at parties, say hi to one person",
            "stop snapping at Jo and take three breaths first",
            "ring my brother instead of drinking on Friday nights",
            "less telly, more walks",
            "Replace self-blame with a fair summary of the facts",
            "move from avoiding the post to opening it on Mondays",
        ],
    )
    def test_mixed(self, text: str) -> None:
        """An ending with its own replacement is mixed."""
        assert review(text).traits.framing is Framing.MIXED

    @pytest.mark.parametrize(
        "text",
        [
            "I want to be able to say no to my boss",
            "Reduce avoidance of the supermarket",
            "face the lift at work twice",
            "go out with the girls on Friday",
            "get off the sofa and walk to the shop each morning",
            "drop Sam off at nursery by myself",
            "cut the hedge with Dad on Sunday",
            "Since I stopped working I've been lonely, so I want to join the bowls club",
            "I feel sad and empty all the time and I'd like to paint again",
            "finish my essay before the deadline",
            "sleep seven hours a night",
            "Client will increase mood rating from 3 to 6",
            "ease back into swimming",
            "be kinder to myself",
            "take a break at 11 every day",
            "talk to my sister about Dad's drinking",
            "Pt will use STOP skill when urges arise",
            "learn to relax without wine",
            "pass my driving test despite my nerves",
            "work out why I get so anxious",
            "put my phone in the kitchen at 10",
            "get up at 8 on weekdays",
            "end each day with a short walk",
            "feel calm and in control",
            "I can't sleep and I can't eat. I want to cook one hot meal on Wednesday",
            "understand where my anger comes from",
            "be on time for work",
            "come to group every Tuesday",
            "hold my baby without panicking",
            "Increase frequency of pleasant activities, no fewer than 3 per week",
            "write a list of what I don't like about my job",
            "go back to work",
            "see Mum at hers, no matter how I feel",
            "tell my GP I've been skipping my tablets",
            "ask my prescriber about coming off sertraline",
            "learn three ways to cope with cravings",
            "get back into running",
            "give my sister a lift on Thursday",
            "leave the house by 9",
            "keep a log of my worries",
            "put up the shelf in the hall",
            "break the project into five tasks",
            "turn off the lights at 11",
            "come to terms with the divorce",
            "rate my anxiety before and after each call",
            "go to bed without my phone",
            "hang out with Lee on Friday",
            "accept that I can't control it",
            "manage my anger better",
            "cope with panic",
            "feel safe at home",
            "get through the funeral",
            "set limits with my mother",
            "sleep without pills",
            "stay sober for 30 days",
            "drop into the community centre on Tuesday",
            "cut the grass every fortnight",
        ],
    )
    def test_toward(self, text: str) -> None:
        """Doing is towards, whatever the background or the idiom."""
        assert review(text).traits.framing is Framing.TOWARD
