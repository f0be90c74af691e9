"""Publication of a reply: opened when it is with the deputy, prepared and checked in the unit, published by the congress's office
(国办发〔2014〕46号: as a rule the whole text; stories S13; forms F31).

Whoever prepares it does not check it; what the deputy wished and what was signed are bounds; what is not published has a reason
and somebody who approves it; what was taken down keeps its record."""

from ..actions import Action as A
from ..needs.publication import (
    every_passage_is_decided,
    it_has_moved_on,
    it_is_not_to_be_published,
    it_is_to_be_published,
    its_reply_is_with_the_deputy,
    less_than_all_has_a_reason,
    somebody_else_decides,
    the_case_stands,
    the_case_was_withdrawn,
    the_deputy_objects,
    the_name_is_kept_from_everybody,
    the_proposer_may_be_known,
    the_signed_way_is_kept,
    the_summary_is_written,
    the_wish_is_kept,
    what_is_added_is_there,
    what_is_attached_is_clean,
    what_is_kept_has_a_reason,
)
from ..needs.said import a_reason
from ..words import Capacity as C, Limit as L, Publication as P
from .row import STAYS, step


PROCEDURE, OFFICER, UNIT, LEADER, OFFICE = (
    C.THE_PROCEDURE,
    C.CASE_OFFICER,
    C.UNIT_OFFICE,
    C.UNIT_LEADER,
    C.CONGRESS_OFFICE,
)
PROPOSERS = (C.LEAD_DEPUTY, C.CO_SIGNER)
HOUSE = (OFFICER, UNIT)
OPEN = (P.NEW, P.DRAFTING, P.PRESENTED, P.WITHHOLDING, P.CHECKED)
BOUNDS = (the_case_stands, the_proposer_may_be_known, the_wish_is_kept, the_signed_way_is_kept)
CLEAN = (every_passage_is_decided, what_is_kept_has_a_reason, the_summary_is_written)

# fmt: off
STEPS = (
    step(A.OPEN_UP,   P.NEW,         P.DRAFTING,    by=PROCEDURE, needs=its_reply_is_with_the_deputy, starts=L.PUBLICATION, tells=OFFICER),
    step(A.WITHHOLD,  P.DRAFTING,    P.WITHHELD,    by=PROCEDURE, needs=the_name_is_kept_from_everybody, ends=L.PUBLICATION, tells=(*HOUSE, OFFICE)),
    step(A.WRITE,     P.DRAFTING,    STAYS,         by=OFFICER,   needs=(the_case_stands, what_is_added_is_there, what_is_attached_is_clean), at_will=True, inside=True),
    step(A.PRESENT,   P.DRAFTING,    P.WITHHOLDING, by=OFFICER,   needs=(less_than_all_has_a_reason, the_case_stands, it_is_not_to_be_published), tells=LEADER, inside=True),
    step(A.PRESENT,   P.DRAFTING,    P.PRESENTED,   by=OFFICER,   needs=(less_than_all_has_a_reason, *BOUNDS, it_is_to_be_published, *CLEAN), tells=UNIT, inside=True),
    step(A.SEND_BACK, P.PRESENTED,   P.DRAFTING,    by=UNIT,      needs=a_reason, tells=OFFICER, at_will=True, inside=True),
    step(A.SEND_BACK, P.WITHHOLDING, P.DRAFTING,    by=LEADER,    needs=a_reason, tells=OFFICER, at_will=True, inside=True),
    step(A.PASS,      P.PRESENTED,   P.CHECKED,     by=UNIT,      needs=(somebody_else_decides, *BOUNDS, *CLEAN), tells=(OFFICE, OFFICER)),
    step(A.WITHHOLD,  P.WITHHOLDING, P.WITHHELD,    by=LEADER,    needs=somebody_else_decides, ends=L.PUBLICATION, tells=(*HOUSE, OFFICE)),
    step(A.SEND_BACK, P.CHECKED,     P.DRAFTING,    by=OFFICE,    needs=a_reason, tells=HOUSE, at_will=True),
    step(A.PUBLISH,   P.CHECKED,     P.PUBLISHED,   by=OFFICE,    needs=(somebody_else_decides, *BOUNDS, *CLEAN), ends=L.PUBLICATION, tells=(*PROPOSERS, *HOUSE)),
    step(A.UPDATE,    P.PUBLISHED,   STAYS,         by=PROCEDURE, needs=it_has_moved_on),
    step(A.DISPUTE,   (P.DRAFTING, P.PRESENTED, P.CHECKED, P.PUBLISHED), STAYS, by=PROCEDURE, needs=the_deputy_objects, tells=(OFFICE, *HOUSE)),
    step(A.TAKE_DOWN, P.PUBLISHED,   P.TAKEN_DOWN,  by=OFFICE,    needs=a_reason, tells=(*PROPOSERS, *HOUSE), at_will=True),
    step(A.TAKE_DOWN, P.PUBLISHED,   P.TAKEN_DOWN,  by=PROCEDURE, needs=the_case_was_withdrawn, tells=(*PROPOSERS, *HOUSE)),
    step(A.REDRAFT,   (P.TAKEN_DOWN, P.WITHHELD), P.DRAFTING, by=OFFICE, needs=(the_case_stands, the_proposer_may_be_known, a_reason), tells=HOUSE, at_will=True),
    step(A.LAPSE,     OPEN,          P.LAPSED,      by=PROCEDURE, needs=the_case_was_withdrawn, ends=L.PUBLICATION, tells=OFFICER),
)
# fmt: on
