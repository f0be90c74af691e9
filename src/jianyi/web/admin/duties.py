"""Which posts are held where."""

from jianyi.procedure.words import Duty, Kind
from jianyi.procedure.words.duties import CLERKS, HOUSE, IN_DIVISION, OF_DELEGATION


FITS: dict[Kind, tuple[Duty, ...]] = {
    Kind.COMMITTEE: (Duty.COMMITTEE_HEAD, Duty.ADMINISTRATOR),
    Kind.PRESIDIUM: (Duty.COMMITTEE_HEAD, Duty.ADMINISTRATOR),
    Kind.OFFICE: (*CLERKS, Duty.ADMINISTRATOR),
    Kind.SPECIAL: (Duty.MEMBER,),
    Kind.GOVERNMENT_OFFICE: (Duty.GOVERNMENT_CLERK,),
    Kind.UNIT: HOUSE,
    Kind.DIVISION: IN_DIVISION,
    Kind.BODY: IN_DIVISION,
    Kind.DELEGATION: OF_DELEGATION,
}


def fits(kind: Kind) -> tuple[Duty, ...]:
    """The duties that somebody may hold in an organisation of this kind."""
    return FITS[kind]
