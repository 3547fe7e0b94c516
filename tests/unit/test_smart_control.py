"""Whose doing a goal is."""

from __future__ import annotations

import pytest

from stepwell.smart import review


class TestOwnControl:
    """Whose doing a goal is."""

    @pytest.mark.parametrize(
        "text",
        [
            "ask my boss for Fridays off",
            "tell my mum I need space",
            "apply for two jobs a week",
            "see my friends more",
            "Client will call her brother on Sunday",
            "get dressed before nine",
            "help my son with his homework",
            "My wife left in June, so I want to learn to cook three meals",
            "be kinder to my partner",
            "understand why my dad never called",
            "have lunch with my sister",
            "accept that my son has moved out",
            "take the kids to the park on Saturday",
            "Mr Khan will walk to mosque on Fridays",
            "Pt to invite a neighbour for tea",
            "My friends say I hide. I want to go to one quiz a month",
            "be a dad who listens",
            "apologise to my team",
            "stand up to my sister when she teases me",
            "Thank three people a week",
            "She will walk for 20 minutes a day",
            "get my meds reviewed by the GP",
            "enjoy people's company",
            "go to the doctor about my sleep",
            "stop caring what people think of me",
            "write down what my boss says to me",
            "let my husband do the school run",
        ],
    )
    def test_own(self, text: str) -> None:
        """One's own act stays one's own, with or for others."""
        assert review(text).traits.own_control

    @pytest.mark.parametrize(
        "text",
        [
            "that she rings me back",
            "to be taken seriously at work",
            "get the flat",
            "for my sister to apologise",
            "I wish my boss would give me a break",
            "My mum needs to stop interfering",
            "be chosen for the quiz team",
            "the council gives us a bigger house",
            "Client's wife will attend all appointments",
            "I want my kids to visit every Sunday",
            "I'd love it if my neighbours kept the noise down",
            "get him to see a doctor",
            "win back my girlfriend",
            "that they keep me on after probation",
            "School to provide a one-to-one aide for client's son",
            "hope the judge sides with me",
            "have someone love me for who I am",
            "be listened to at home",
            "my manager lets me work from home on Mondays",
            "all I want is for people to leave me alone",
            "get a pay rise by April",
            "convince my dad to stop smoking",
            "be given a fair hearing by HR",
            "To be offered a permanent contract",
            "her to forgive me",
            "My therapist will fix my sleep",
            "people to be nicer to me on the ward",
            "the DWP overturns the decision",
            "have my ex admit what he did",
            "make my parents proud",
            "he proposes this summer",
            "get my kids back from care",
            "the neighbours turning their music off at ten",
            "be noticed by the lads at football",
        ],
    )
    def test_of_others(self, text: str) -> None:
        """What others do or grant is theirs, in any grammar."""
        assert not review(text).traits.own_control
