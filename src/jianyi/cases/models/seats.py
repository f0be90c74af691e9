"""The seats of the chain inside a unit that has a task: who holds one, and while what is given out is not yet answered."""

from django.db.models import Q

from jianyi.procedure import words


SEATS = ("leader_id", "head_id", "officer_id", "leading_leader_id")
GIVEN = (words.Handling.ROUTED, words.Handling.WORKING)


def seated(person: int) -> Q:
    """The condition on handlings: this person has a seat."""
    held = Q()
    for seat in SEATS:
        held |= Q(**{seat: person})
    return held
