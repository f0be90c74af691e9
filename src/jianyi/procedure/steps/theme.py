"""Suggestions of one kind handled together: who is in the group, what was found, how it was solved (源 N6, W6; stories S8).

A group belongs to one unit. It answers nobody: each suggestion has a reply of its own. What leaves the unit's hands leaves the
group by itself. Whoever answers for a problem, or reported it as solved, does not strike it off.
"""

from ..actions import Action as A
from ..needs.said import a_reason
from ..needs.theme import (
    each_is_free_to_join,
    every_problem_has_its_measures,
    every_problem_is_settled,
    every_problem_is_short,
    it_concerns_members,
    it_has_a_day_to_come,
    it_is_free_to_join,
    it_is_no_longer_handled_here,
    it_was_found_at_a_meeting_of_the_house,
    its_owner_is_of_the_house,
    its_reply_can_still_promise,
    its_reply_will_not_come,
    none_was_taken_out_before,
    nothing_is_owed_by_its_reply,
    somebody_answers_for_it,
    somebody_else_strikes_it_off,
    something_was_found,
    the_group_has_a_name,
    the_group_has_a_reason,
    the_group_is_open,
    the_meeting_is_of_the_house,
    the_next_owner_works_here,
    the_pledge_is_whole,
    the_pledge_lies_ahead,
    there_are_several,
    there_is_proof_that_it_is_solved,
    there_is_something_to_share,
)
from ..words import Capacity as C, Limit as L, Member as M, Problem as P, Theme as T
from .row import STAYS, step


ORGANISER, OWNER, OFFICE, PROCEDURE = C.ORGANISER, C.RESPONSIBLE, C.UNIT_OFFICE, C.THE_PROCEDURE
NAMED = (the_group_has_a_name, the_group_has_a_reason)
FOUND = (
    something_was_found,
    every_problem_has_its_measures,
    every_problem_is_short,
    its_owner_is_of_the_house,
    it_has_a_day_to_come,
    it_concerns_members,
    it_was_found_at_a_meeting_of_the_house,
)
PLEDGED = (the_pledge_is_whole, the_pledge_lies_ahead, its_reply_can_still_promise)

# fmt: off
STEPS = (
    step(A.GROUP,   T.NEW,  T.OPEN,    by=ORGANISER, needs=(*NAMED, there_are_several, each_is_free_to_join)),
    step(A.GROUP,   T.OPEN, STAYS,     by=ORGANISER, needs=(*NAMED, none_was_taken_out_before, each_is_free_to_join), at_will=True),
    step(A.LINK,    T.OPEN, STAYS,     by=ORGANISER, needs=the_meeting_is_of_the_house, at_will=True),
    step(A.UNLINK,  T.OPEN, STAYS,     by=ORGANISER, needs=the_meeting_is_of_the_house, at_will=True),
    step(A.SHARE,   T.OPEN, STAYS,     by=ORGANISER, needs=there_is_something_to_share, tells=C.CASE_OFFICER, at_will=True),
    step(A.FIND,    T.OPEN, STAYS,     by=ORGANISER, needs=FOUND, at_will=True),
    step(A.WIND_UP, T.OPEN, T.CLOSED,  by=ORGANISER, needs=every_problem_is_settled, tells=C.CASE_OFFICER, at_will=True),
    step(A.GIVE_UP, T.OPEN, T.DROPPED, by=ORGANISER, needs=(every_problem_is_settled, a_reason), tells=C.CASE_OFFICER, at_will=True),

    step(A.JOIN,     M.NEW, M.IN,   by=PROCEDURE, needs=the_group_is_open, tells=C.CASE_OFFICER),
    step(A.TAKE_OUT, M.IN,  M.OUT,  by=ORGANISER, needs=(the_group_is_open, a_reason, nothing_is_owed_by_its_reply), tells=C.CASE_OFFICER, at_will=True),
    step(A.JOIN,     M.OUT, M.IN,   by=ORGANISER, needs=(the_group_is_open, it_is_free_to_join), tells=C.CASE_OFFICER, at_will=True),
    step(A.LAPSE,    M.IN,  M.GONE, by=PROCEDURE, needs=it_is_no_longer_handled_here, tells=ORGANISER),

    step(A.LIST,      P.NEW,      P.LISTED,   by=PROCEDURE, needs=somebody_answers_for_it, starts=L.PROBLEM, tells=OWNER),
    step(A.REACH,     P.LISTED,   P.REPORTED, by=OWNER,     needs=there_is_proof_that_it_is_solved, ends=L.PROBLEM, tells=OFFICE),
    step(A.VERIFY,    P.REPORTED, P.STRUCK,   by=OFFICE,    needs=somebody_else_strikes_it_off, tells=OWNER),
    step(A.VERIFY,    P.REPORTED, P.STRUCK,   by=ORGANISER, needs=somebody_else_strikes_it_off, tells=OWNER, at_will=True),
    step(A.SEND_BACK, P.REPORTED, P.LISTED,   by=OFFICE,    needs=(somebody_else_strikes_it_off, a_reason), reverts=L.PROBLEM, tells=OWNER, at_will=True),
    step(A.PLEDGE,    P.LISTED,   P.PROMISED, by=(OWNER, ORGANISER), needs=PLEDGED, ends=L.PROBLEM, tells=(OWNER, C.CASE_OFFICER), at_will=True),
    step(A.HAND_ON,   P.LISTED,   STAYS,      by=(OWNER, OFFICE), needs=(a_reason, the_next_owner_works_here), tells=OWNER, at_will=True),
    step(A.LIST,      P.PROMISED, P.LISTED,   by=PROCEDURE, needs=its_reply_will_not_come, starts=L.PROBLEM, tells=OWNER),
    step(A.DROP,      P.LISTED,   P.DROPPED,  by=OFFICE,    needs=(somebody_else_strikes_it_off, a_reason), ends=L.PROBLEM, tells=OWNER, at_will=True),
)
# fmt: on
