"""The handling: what one unit does with the suggestion, in one round (domain.md §3.2 rows 9–13, 17)."""

from ..actions import Action as A
from ..needs.between import the_reply_left_without_it
from ..needs.division import (
    a_unit_goes_on_with_it,
    it_is_not_over,
    nobody_is_on_it,
    nothing_is_signed,
    nothing_signed_lies_here,
    somebody_is_on_it,
    something_is_left,
    the_chain_stays_three_people,
    the_successor_fits,
    the_successor_has_room,
    the_work_is_theirs,
)
from ..needs.handling import (
    an_objection_is_explained,
    it_advises,
    it_answers,
    it_answers_again,
    its_paper_is_delivered,
    its_return_is_granted,
    the_assisting_divisions_fit,
    the_case_is_handed_over,
    the_chain_is_complete,
    the_chain_is_three_people,
    the_deputy_was_contacted,
    the_task_is_void,
    the_team_is_of_the_house,
)
from ..needs.said import a_reason
from ..needs.unit import (
    a_key_case_is_led,
    it_is_major,
    oneself_has_room,
    the_leader_is_of_the_house,
    the_named_leader_has_room,
)
from ..words import Capacity as C, ContactGate as G, Handling as H, Limit as L
from .row import STAYS, step


PROCEDURE, UNIT, OFFICER = C.THE_PROCEDURE, C.UNIT_OFFICE, C.CASE_OFFICER
HANDED = the_case_is_handed_over
INSIDE = (H.RECEIVED, H.ROUTED, H.WORKING)
OPEN = (H.ARRIVED, H.RECEIVED, H.ROUTED, H.WORKING)
CLOCKS = (L.ACKNOWLEDGE, L.RETURN, L.CONTACT)
TEAM = (
    the_chain_is_complete,
    the_chain_is_three_people,
    the_team_is_of_the_house,
    the_assisting_divisions_fit,
)
SUCCESSION = (
    a_reason,
    the_work_is_theirs,
    the_successor_fits,
    the_chain_stays_three_people,
    the_successor_has_room,
)

HEIR = (a_unit_goes_on_with_it, a_reason)

# fmt: off
STEPS = (
    step(A.ARRIVE,       H.NAMED,    H.ARRIVED,   by=PROCEDURE, needs=(HANDED, it_answers),       starts=(*CLOCKS, L.REPLY, L.EXTENSION), tells=UNIT),
    step(A.ARRIVE,       H.NAMED,    H.ARRIVED,   by=PROCEDURE, needs=(HANDED, it_advises),       starts=(*CLOCKS, L.CO_OPINION), tells=UNIT),
    step(A.ARRIVE_AGAIN, H.NAMED,    H.ROUTED,    by=PROCEDURE, needs=(HANDED, it_answers_again, somebody_is_on_it), starts=(L.CONTACT, L.REHANDLE), tells=(UNIT, OFFICER, C.SIGNER)),
    step(A.ARRIVE_AGAIN, H.NAMED,    H.RECEIVED,  by=PROCEDURE, needs=(HANDED, it_answers_again, nobody_is_on_it), starts=(L.CONTACT, L.REHANDLE), tells=UNIT),
    step(A.ACKNOWLEDGE,  H.ARRIVED,  H.RECEIVED,  by=UNIT,      needs=an_objection_is_explained,  ends=L.ACKNOWLEDGE, starts=(L.REPLY, L.EXTENSION)),
    step(A.ROUTE,        H.RECEIVED, H.ROUTED,    by=UNIT,      needs=TEAM,                       tells=OFFICER),
    step(A.ROUTE,        (H.ROUTED, H.WORKING), STAYS, by=UNIT, needs=TEAM,                       tells=OFFICER, at_will=True),
    step(A.ROUTE,        H.DELIVERED, STAYS,      by=C.RECEIVER, needs=TEAM,                      tells=OFFICER),
    step(A.BEGIN,        H.ROUTED,   H.WORKING,   by=OFFICER,   needs=(a_key_case_is_led, the_deputy_was_contacted), only=G.BLOCKS),
    step(A.BEGIN,        H.ROUTED,   H.WORKING,   by=OFFICER,   needs=a_key_case_is_led, warns=the_deputy_was_contacted, only=G.WARNS),
    step(A.MARK_MAJOR,   INSIDE,     STAYS,       by=(UNIT, C.UNIT_LEADER), needs=a_reason,       tells=(UNIT, OFFICER), at_will=True, inside=True),
    step(A.LIFT_MAJOR,   INSIDE,     STAYS,       by=C.UNIT_LEADER, needs=(it_is_major, a_reason), tells=(UNIT, OFFICER), at_will=True, inside=True),
    step(A.LEAD,         INSIDE,     STAYS,       by=C.UNIT_LEADER, needs=oneself_has_room,       tells=(UNIT, OFFICER), at_will=True),
    step(A.NAME_LEADER,  INSIDE,     STAYS,       by=UNIT,      needs=(the_leader_is_of_the_house, the_named_leader_has_room), tells=(C.LEADING_LEADER, OFFICER), at_will=True),
    step(A.GIVE_BACK,    (H.ROUTED, H.WORKING), H.RECEIVED, by=C.DIVISION_HEAD, needs=(nothing_is_signed, a_reason), tells=UNIT, at_will=True, inside=True),
    step(A.HAND_ON,      (H.ROUTED, H.WORKING), STAYS, by=UNIT, needs=SUCCESSION,                tells=(OFFICER, C.DIVISION_HEAD, C.SIGNER), at_will=True, inside=True),
    step(A.HAND_ON,      H.DELIVERED, STAYS, by=UNIT, needs=(something_is_left, *SUCCESSION), tells=(OFFICER, C.DIVISION_HEAD, C.SIGNER), at_will=True, inside=True),
    step(A.INHERIT,      (H.ARRIVED, H.RECEIVED), STAYS, by=C.HAND_OVER_BODY, needs=HEIR, tells=(UNIT, C.LEAD_DEPUTY), at_will=True),
    step(A.INHERIT,      (H.ROUTED, H.WORKING), H.RECEIVED, by=C.HAND_OVER_BODY, needs=(nothing_signed_lies_here, *HEIR), tells=(UNIT, C.LEAD_DEPUTY), at_will=True),
    step(A.INHERIT,      H.DELIVERED, STAYS, by=C.HAND_OVER_BODY, needs=(it_is_not_over, *HEIR), tells=(UNIT, C.LEAD_DEPUTY), at_will=True),
    step(A.FINISH,       H.WORKING,  H.DELIVERED, by=PROCEDURE, needs=its_paper_is_delivered),
    step(A.MOVE_AWAY,    OPEN,       H.MOVED,     by=PROCEDURE, needs=its_return_is_granted,      tells=(UNIT, C.LEAD_DEPUTY)),
    step(A.LAPSE,        OPEN,       H.WAIVED,    by=PROCEDURE, needs=the_reply_left_without_it,  tells=UNIT),
    step(A.LAPSE,        (H.NAMED, *OPEN), H.LAPSED, by=PROCEDURE, needs=the_task_is_void,        tells=UNIT),
)
# fmt: on
