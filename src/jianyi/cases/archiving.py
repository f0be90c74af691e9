"""The number under which the file of a closed suggestion is kept, as the place lays it down."""

from datetime import date

from jianyi.parties.models import Organisation
from jianyi.procedure.places import Archive

from .models import Suggestion


def archive_no(rule: Archive | None, house: Organisation | None, case: Suggestion, closed_on: date) -> str:
    """Of the file in one house; nothing where the place has laid down nothing."""
    if rule is None or house is None:
        return ""
    return rule.number_of(house.code or house.known_as, closed_on.year, case.no, case.key)
