"""Congresses, organisations, posts, accounts: kept by administrators, recorded like everything else."""

from ..actions import Action as A
from ..needs.parties import (
    every_division_is_of_the_unit,
    every_line_can_be_read,
    it_has_a_name,
    it_is_for_a_time,
    it_is_ones_own_to_give,
    no_office_is_left_empty,
    nobody_holds_it_twice,
    nothing_is_founded_yet,
    nothing_is_left_undone,
    nothing_is_open_here,
    somebody_else_administers,
    somebody_else_holds_it,
    the_address_is_one,
    the_authorisation_ran_out,
    the_congress_is_described,
    the_coordinator_is_of_the_unit,
    the_link_is_good,
    the_milestones_are_not_too_many,
    the_picture_was_looked_at,
    the_quiet_hours_end,
    the_rhythm_can_be_kept,
    the_sign_in_name_is_free,
    the_sitting_is_described,
    there_is_a_password,
    there_is_a_sign_in_name,
)
from ..needs.term import (
    it_comes_next,
    it_is_of_this_term,
    it_is_the_first,
    it_keeps_its_number,
    its_term_is_over,
    the_term_is_described,
)
from ..words import (
    Capacity as C,
    Congress as G,
    Organisation as O,
    Person as P,
    Post as T,
    Proxy as X,
    Seat as D,
    Sitting as S,
    Term as N,
)
from .row import STAYS, step


ADMIN, PROCEDURE = C.ADMINISTRATOR, C.THE_PROCEDURE
OFFICE = (ADMIN, C.CONGRESS_OFFICE)
ACCOUNT = (there_is_a_sign_in_name, the_sign_in_name_is_free)
UNIT_RULES = (
    every_line_can_be_read,
    every_division_is_of_the_unit,
    the_coordinator_is_of_the_unit,
    the_milestones_are_not_too_many,
    the_rhythm_can_be_kept,
)

# fmt: off
STEPS = (
    step(A.FOUND,     G.NEW,      G.OPEN,      by=C.FOUNDER, needs=(nothing_is_founded_yet, the_congress_is_described)),
    step(A.CHANGE,    G.OPEN,     STAYS,       by=ADMIN,     needs=the_congress_is_described, at_will=True),
    step(A.SEND_AGAIN, G.OPEN,    STAYS,       by=ADMIN,     at_will=True),

    step(A.OPEN,      N.NEW,      N.RUNNING,   by=OFFICE,    needs=(the_term_is_described, it_comes_next)),
    step(A.FOUND,     N.NEW,      N.RUNNING,   by=PROCEDURE, needs=it_is_the_first),
    step(A.CHANGE,    N.RUNNING,  STAYS,       by=OFFICE,    needs=(the_term_is_described, it_keeps_its_number), at_will=True),
    step(A.END,       N.RUNNING,  N.OVER,      by=PROCEDURE, needs=its_term_is_over),

    step(A.OPEN,      S.NEW,      S.OPEN,      by=(*OFFICE, C.FOUNDER), needs=(the_sitting_is_described, it_is_of_this_term)),
    step(A.CHANGE,    S.OPEN,     STAYS,       by=OFFICE,    needs=(the_sitting_is_described, it_is_of_this_term), at_will=True),
    step(A.END,       S.OPEN,     S.CLOSED,    by=OFFICE,    at_will=True),
    step(A.END,       S.OPEN,     S.CLOSED,    by=PROCEDURE, needs=its_term_is_over),

    step(A.FOUND,     O.NEW,      O.ACTIVE,    by=(ADMIN, C.FOUNDER), needs=it_has_a_name),
    step(A.CHANGE,    O.ACTIVE,   STAYS,       by=ADMIN, needs=it_has_a_name, at_will=True),
    step(A.SET_RULES, O.ACTIVE,   STAYS,       by=(ADMIN, C.UNIT_OFFICE), needs=UNIT_RULES, at_will=True),
    step(A.SET_LETTERHEAD, O.ACTIVE, STAYS,    by=(ADMIN, C.UNIT_OFFICE), needs=the_picture_was_looked_at, at_will=True),
    step(A.END,       O.ACTIVE,   O.ABOLISHED, by=ADMIN, needs=nothing_is_open_here, at_will=True),

    step(A.APPOINT,   T.NEW,      T.HELD,      by=(ADMIN, C.FOUNDER), needs=nobody_holds_it_twice),
    step(A.END,       T.HELD,     T.ENDED,     by=ADMIN, needs=somebody_else_holds_it, at_will=True),

    step(A.ADD,       P.NEW,      P.INVITED,   by=(ADMIN, C.FOUNDER), needs=ACCOUNT),
    step(A.ACTIVATE,  P.INVITED,  P.ACTIVE,    by=C.ONESELF, needs=(the_link_is_good, there_is_a_password)),
    step(A.CHANGE,    (P.INVITED, P.ACTIVE), STAYS, by=ADMIN, at_will=True),
    step(A.RESET,     (P.INVITED, P.ACTIVE, P.DISABLED), P.INVITED, by=ADMIN, at_will=True),
    step(A.CHANGE_PASSWORD, P.ACTIVE, STAYS,   by=C.ONESELF, needs=there_is_a_password, at_will=True),
    step(A.ISSUE_KEY, P.ACTIVE,   STAYS,       by=C.ONESELF, at_will=True),
    step(A.SET_MANNER, P.ACTIVE,  STAYS,       by=C.ONESELF, needs=(the_address_is_one, the_quiet_hours_end), at_will=True),
    step(A.DISABLE,   (P.INVITED, P.ACTIVE), P.DISABLED, by=ADMIN, needs=(nothing_is_left_undone, no_office_is_left_empty, somebody_else_administers), at_will=True),

    step(A.ELECT,     D.NEW,      D.HELD,      by=ADMIN),
    step(A.END,       D.HELD,     D.ENDED,     by=ADMIN, at_will=True),
    step(A.END,       D.HELD,     D.EXPIRED,   by=PROCEDURE, needs=its_term_is_over),

    step(A.AUTHORISE, X.NEW,      X.GRANTED,   by=C.ONESELF, needs=(it_is_ones_own_to_give, it_is_for_a_time)),
    step(A.TAKE_BACK, X.GRANTED,  X.ENDED,     by=(C.ONESELF, ADMIN), at_will=True),
    step(A.END,       X.GRANTED,  X.ENDED,     by=PROCEDURE, needs=the_authorisation_ran_out),
)
# fmt: on
