"""What must always be true of the data, whatever was done to them; one small function for each, which names what is not."""

from collections.abc import Callable, Iterator

from . import clocks, numbers, papers, promises, ratings, record, relations, titles, turns


Invariant = Callable[[], Iterator[str]]

# The names are those of the security targets (I1–I11), then the checks of the stored lists.
INVARIANTS: tuple[tuple[str, str, Invariant], ...] = (
    ("I1", "编号不重不漏，并案有去处", numbers.every_number_is_given_once),
    ("I2", "办理中的件都有承办单位和责任人", numbers.every_open_case_is_owned),
    ("I3", "每单位每轮只有一份答复，送出后不变", papers.one_reply_a_round),
    ("I4", "发出的文稿审核、签发齐全且不是同一人", papers.every_paper_was_signed),
    ("I5", "期限可重算，到期的程序步骤已办", clocks.every_clock_is_right),
    ("I6", "现状与办理记录一致", record.the_record_leads_to_the_present),
    ("I7", "单位内部稿件只留在单位内，保密件不直接送达", papers.what_is_inside_stays_inside),
    ("I8", "每条通知对应一步办理，不重复", record.every_notice_has_its_step),
    ("I9", "须跟踪落实的件没有办结", papers.what_needs_tracking_is_not_closed),
    ("I10", "不满意的测评都有下文", papers.every_dissatisfaction_is_followed),
    ("I11", "办理记录序号连续", record.the_record_has_no_gap),
    ("I12", "承诺逐项列入台账，销号的有佐证、经核验", promises.every_promise_is_followed),
    ("I13", "测评写明怎样收回，凭据齐全", ratings.every_rating_is_vouched_for),
    ("orphans", "每条关联都有对象", relations.nothing_is_orphaned),
    ("titles", "按标题查得到每件建议", titles.every_title_is_found_by_its_words),
    ("work_items", "待办清单与重算一致", turns.the_lists_are_what_they_should_be),
)
