"""Which posts are held where."""

from jianyi.procedure.words import Duty, Kind


CONGRESS = (Duty.OFFICE_CLERK, Duty.OFFICE_HEAD, Duty.ADMINISTRATOR)
WORKING = (Duty.DIVISION_HEAD, Duty.OFFICER)
FITS: dict[Kind, tuple[Duty, ...]] = {
    Kind.COMMITTEE: (Duty.COMMITTEE_HEAD, Duty.ADMINISTRATOR),
    Kind.PRESIDIUM: (Duty.COMMITTEE_HEAD, Duty.ADMINISTRATOR),
    Kind.OFFICE: CONGRESS,
    Kind.SPECIAL: (Duty.MEMBER,),
    Kind.GOVERNMENT_OFFICE: (Duty.GOVERNMENT_CLERK,),
    Kind.UNIT: (Duty.UNIT_OFFICE, Duty.LEADER, Duty.OFFICE_LEADER, Duty.PRINCIPAL, *WORKING),
    Kind.DIVISION: WORKING,
    Kind.BODY: WORKING,
    Kind.DELEGATION: (Duty.DELEGATION_HEAD, Duty.DELEGATION_CLERK),
}


def fits(kind: Kind) -> tuple[Duty, ...]:
    """The duties that somebody may hold in an organisation of this kind."""
    return FITS[kind]
