"""Duties that go together: who leads a unit, who works in it, who is of the congress's own bodies."""

from .roles import Duty


LEADERS = (Duty.LEADER, Duty.OFFICE_LEADER, Duty.PRINCIPAL)
WHOLE_UNIT = (Duty.UNIT_OFFICE, *LEADERS)
IN_DIVISION = (Duty.DIVISION_HEAD, Duty.OFFICER)
HOUSE = (*WHOLE_UNIT, *IN_DIVISION)
CLERKS = (Duty.OFFICE_CLERK, Duty.OFFICE_HEAD)
CONGRESS = (*CLERKS, Duty.COMMITTEE_HEAD)
OF_DELEGATION = (Duty.DELEGATION_CLERK, Duty.DELEGATION_HEAD)
# To them a confidential proposer is named.
KNOW_NAMES = (*CONGRESS, *OF_DELEGATION)
