"""What came of suggestions, and what the press wrote of them (源 W10, H8, G9, W2; F35; stories S13.3, S7.5, S2.9, S8.8).

Whoever writes an outcome down does not check it; it counts from then on, and whoever made a suggestion it is linked to is
told. A correction is checked like the first text, and until then the earlier one counts. What one is linked to may
grow; a link is taken off with a reason, and the last one stays.
"""

from ..actions import Action as A
from ..needs.outcome import (
    a_systemic_measure_has_its_document,
    another_link_remains,
    every_document_has_a_name,
    every_quantity_can_be_counted,
    it_came_of_something,
    it_can_be_looked_up,
    it_has_appeared,
    it_has_come_about,
    it_is_about_a_suggestion,
    it_is_shown_by_something,
    its_address_can_be_opened,
    its_document_is_not_registered_yet,
    no_document_is_named_twice,
    no_quantity_is_told_twice,
    somebody_else_certifies,
    something_is_named,
    the_correction_is_explained,
    the_outcome_is_described,
    the_outcome_is_withdrawn,
    the_outcome_stands,
    the_public_does_not_read_it_yet,
    the_public_reads_it,
    the_report_is_described,
    what_looks_personal_may_be_read,
)
from ..needs.said import a_reason
from ..words import Capacity as C, Link as K, Outcome as O, Publicity as P
from .row import STAYS, step


OFFICER, UNIT, LEADER, OFFICE, PROCEDURE = (
    C.CASE_OFFICER,
    C.UNIT_OFFICE,
    C.UNIT_LEADER,
    C.CONGRESS_OFFICE,
    C.THE_PROCEDURE,
)
WRITERS, PROPOSERS = (OFFICER, UNIT), (C.LEAD_DEPUTY, C.CO_SIGNER)
WHOLE = (
    the_outcome_is_described,
    it_has_come_about,
    every_document_has_a_name,
    no_document_is_named_twice,
    its_document_is_not_registered_yet,
    a_systemic_measure_has_its_document,
    every_quantity_can_be_counted,
    no_quantity_is_told_twice,
    it_came_of_something,
)
PROVED = (somebody_else_certifies, it_is_shown_by_something)
OPEN = (O.DRAFTED, O.RETURNED, O.REGISTERED)
REPORT = (
    the_report_is_described,
    it_has_appeared,
    its_address_can_be_opened,
    it_can_be_looked_up,
    it_is_about_a_suggestion,
)

# fmt: off
STEPS = (
    step(A.CREDIT,    O.NEW,        O.DRAFTED,    by=WRITERS, needs=WHOLE, tells=UNIT, inside=True),
    step(A.CREDIT,    O.DRAFTED,    STAYS,        by=WRITERS, needs=WHOLE, at_will=True, inside=True),
    step(A.CREDIT,    O.RETURNED,   O.DRAFTED,    by=WRITERS, needs=WHOLE, tells=UNIT, inside=True),
    step(A.CERTIFY,   O.DRAFTED,    O.REGISTERED, by=UNIT,    needs=PROVED, tells=(OFFICER, OFFICE)),
    step(A.CERTIFY,   O.DRAFTED,    O.REGISTERED, by=LEADER,  needs=PROVED, tells=(OFFICER, OFFICE), at_will=True),
    step(A.SEND_BACK, O.DRAFTED,    O.RETURNED,   by=UNIT,    needs=a_reason, tells=OFFICER, at_will=True, inside=True),
    step(A.SEND_BACK, O.REGISTERED, O.RETURNED,   by=OFFICE,  needs=a_reason, tells=WRITERS, at_will=True),
    step(A.CORRECT,   O.REGISTERED, O.DRAFTED,    by=WRITERS, needs=(*WHOLE, the_correction_is_explained), tells=UNIT, at_will=True, inside=True),
    step(A.PUBLISH,   O.REGISTERED, STAYS,        by=OFFICE,  needs=(the_outcome_stands, the_public_does_not_read_it_yet, what_looks_personal_may_be_read), tells=WRITERS, at_will=True),
    step(A.TAKE_DOWN, OPEN,         STAYS,        by=OFFICE,  needs=(the_public_reads_it, a_reason), tells=WRITERS, at_will=True),
    step(A.LINK,      OPEN,         STAYS,        by=WRITERS, needs=something_is_named, at_will=True),
    step(A.REVOKE,    OPEN,         O.WITHDRAWN,  by=UNIT,    needs=a_reason, tells=(OFFICER, OFFICE), at_will=True),

    step(A.COUNT_IN,  K.NEW,              K.COUNTED,  by=PROCEDURE, needs=the_outcome_stands, tells=PROPOSERS),
    step(A.UNLINK,    K.NEW,              K.UNLINKED, by=WRITERS,   needs=(a_reason, another_link_remains), at_will=True),
    step(A.UNLINK,    K.COUNTED,          K.UNLINKED, by=WRITERS,   needs=(a_reason, another_link_remains), tells=PROPOSERS, at_will=True),
    step(A.LAPSE,     K.NEW,              K.LAPSED,   by=PROCEDURE, needs=the_outcome_is_withdrawn),
    step(A.LAPSE,     K.COUNTED,          K.LAPSED,   by=PROCEDURE, needs=the_outcome_is_withdrawn, tells=PROPOSERS),

    step(A.FEATURE,   P.NEW,        P.NOTED,      by=(UNIT, OFFICE), needs=REPORT, tells=PROPOSERS),
    step(A.FEATURE,   P.NOTED,      STAYS,        by=(UNIT, OFFICE), needs=REPORT, at_will=True),
    step(A.REMOVE,    P.NOTED,      P.REMOVED,    by=(UNIT, OFFICE), needs=a_reason, at_will=True),
)
# fmt: on
