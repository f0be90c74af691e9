"""The State Council's arrangement of a year's holidays, and what it moves (stories §0.1, S7.6).

Entered by the congress's office or an administrator as soon as it is published, or published anew. A clock whose day it moves is
computed again by the procedure itself, in a turn of its case, with a line that says from which day to which.
"""

from ..actions import Action as A
from ..needs.days import (
    another_stands_in_its_place,
    days_fall_elsewhere,
    every_day_can_be_read,
    it_says_where_it_was_published,
    the_days_agree,
    the_year_is_near,
)
from ..words import Arrangement as D, Capacity as C, Suggestion as S
from .row import STAYS, step


# Where clocks run.
LIVE = (
    S.DRAFT, S.AT_DELEGATION, S.SUBMITTED, S.REGISTERED, S.PROPOSED, S.HANDED_OVER, S.ANSWERED, S.TRACKING, S.RATED, S.ESCALATED,
)  # fmt: skip
ARRANGED = (the_year_is_near, every_day_can_be_read, the_days_agree, it_says_where_it_was_published)

# fmt: off
STEPS = (
    step(A.ANNOUNCE, D.NEW,      D.IN_FORCE, by=(C.ADMINISTRATOR, C.CONGRESS_OFFICE), needs=ARRANGED),
    step(A.LAPSE,    D.IN_FORCE, D.REPLACED, by=C.THE_PROCEDURE, needs=another_stands_in_its_place),
)
RECKONED = (
    step(A.RECKON, LIVE, STAYS, by=C.THE_PROCEDURE, needs=days_fall_elsewhere, tells=(C.UNIT_OFFICE, C.LEAD_DEPUTY)),
)
# fmt: on
