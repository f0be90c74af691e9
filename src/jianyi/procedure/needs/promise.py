"""Needs of what a reply promises: to which point, what, until when, by whom; what it rests on; and what becomes of it."""

from ..facts.acting import Acting, Clocks, Rules
from ..facts.cases import Case, House
from ..facts.papers import Script, Seeming
from ..facts.promises import Booked, Closing, Pledged
from ..facts.said import Changing, Fulfilment, Kept, Progressing, SecondReply, Striking, Text
from ..refusals import Code
from .need import need


# Each is followed by itself, with a clock, reports and a check: nobody follows more of one reply.
MOST_PROMISES = 100


# fmt: off
@need(Code.CHECKLIST_UNMET, "每项承诺须对应一条具体建议（本件共 {case.points} 条）：请改填所对应的条号。")
def every_promise_belongs_to_a_point(said: Text, case: Case) -> bool: return all(1 <= each.no <= case.points for each in said.promises)

@need(Code.CHECKLIST_UNMET, "一份答复最多列 100 项承诺：请把同一件事的各步合成一项，细节写进措施。")
def the_promises_can_be_followed(said: Text) -> bool: return len(said.promises) <= MOST_PROMISES

@need(Code.CHECKLIST_UNMET, "责任处室须是本单位或者本单位的处室：请重新选定。")
def the_divisions_are_of_the_house(said: Text, house: House) -> bool: return said.divisions <= house.divisions

@need(Code.CHECKLIST_UNMET, "会办意见只写意见和措施；承诺、责任处室和依据由主办单位在答复中写明，请把要点写进意见或者措施。")
def an_opinion_promises_nothing(said: Text, script: Script) -> bool:
    return script.reply or not (said.promises or said.divisions or said.bases)

@need(Code.CHECKLIST_UNMET, "{script.mark} 类答复须跟踪落实，稿中有 0 条承诺：请在所答的具体建议下至少写明一项承诺和完成日期。")
def a_tracked_reply_promises(script: Script) -> bool: return bool(script.promises) or not script.tracked or not script.reply

@need(Code.CHECKLIST_UNMET, "稿中有像承诺的语句还没有处理：{seeming.told}。是承诺的请列为承诺并填完成日期，不是的请剔除并写明理由。")
def every_candidate_is_settled(seeming: Seeming) -> bool: return not seeming.candidates

@need(Code.TOO_LATE, "稿中现在没有这一句，或者它已经列为承诺、已经剔除：请刷新后查看。")
def the_candidate_stands_in_the_text(said: Striking, seeming: Seeming) -> bool: return (said.no, said.item) in seeming.candidates

@need(Code.REASON_REQUIRED, "请写明为什么不列为承诺：审核的人会看到。")
def it_is_told_why_it_is_none(said: Striking) -> bool: return bool(said.reason.strip())

@need(Code.CHECKLIST_UNMET, "承诺没有写全：{script.unwhole_told}。请补齐，或者删去这一项。")
def every_promise_is_whole(script: Script) -> bool: return not script.unwhole

@need(Code.CHECKLIST_UNMET, "承诺的完成日期须在签发以后：{script.overdue_told}。请改填今天以后的日期；已经做到的，请写进答复或者措施。")
def every_promise_lies_ahead(script: Script) -> bool: return not script.overdue

@need(Code.CHECKLIST_UNMET, "依据第 {script.untitled_told} 项没有名称：请补写文件或者法律法规的名称，或者删去这一项。")
def every_basis_has_a_title(script: Script) -> bool: return not script.untitled


# Promises in the ledger

@need(Code.TOO_EARLY, "答复尚未送达代表。")
def its_reply_is_out(pledged: Pledged) -> bool: return pledged.out

@need(Code.TOO_EARLY, "原答复没有被新一轮的答复取代，也没有作废。")
def its_reply_is_replaced(pledged: Pledged) -> bool: return pledged.replaced

@need(Code.NO_EVIDENCE, "请写明落实情况并附佐证材料（批复、验收、照片等）：没有佐证的不能销号。")
def there_is_proof(said: Kept) -> bool: return bool(said.evidence.strip() and said.files)

@need(Code.SAME_PERSON, "核验须由报告落实的人以外的人办理（代行职务的，授权人和代行人都算）：请办公室其他人员核验。")
def somebody_else_verifies(pledged: Pledged, acting: Acting) -> bool: return not pledged.reporters & acting.people

@need(Code.REASON_REQUIRED, "请写明不能按原承诺落实的原因，代表会看到。")
def the_change_is_explained(said: Changing) -> bool: return bool(said.reason.strip())

@need(Code.CHECKLIST_UNMET, "调整后的完成日期须在今天以后：请改填；确实不能再落实的，请把日期留空。")
def the_new_day_lies_ahead(said: Changing, clocks: Clocks) -> bool: return said.due is None or said.due > clocks.now.date()

@need(Code.CHECKLIST_UNMET, "变更说明所写的完成日期已过：请退回经办人改填以后的日期。")
def a_day_is_named(pledged: Pledged, clocks: Clocks) -> bool: return pledged.day is not None and pledged.day > clocks.now.date()

@need(Code.SAME_PERSON, "变更说明须由提出变更的人以外的人签发（代行主要负责人职务的也不能签自己提出的）：请主要负责人本人签发。")
def somebody_else_signs_the_change(pledged: Pledged, acting: Acting) -> bool: return not pledged.askers & acting.people

@need(Code.CHECKLIST_UNMET, "变更说明写有新的完成日期，不是不再落实。")
def it_is_given_up(pledged: Pledged) -> bool: return pledged.day is None

@need(Code.CHECKLIST_UNMET, "请写明各项承诺的进展，代表会看到。")
def progress_is_told(said: Progressing) -> bool: return bool(said.text.strip())

@need(Code.TOO_EARLY, "本届任期届满之日还没有登记，或者本地没有规定届末说明：请议案建议处先在“届次与规则”中登记，再作说明。")
def the_end_of_the_term_is_known(closing: Closing) -> bool: return closing.day is not None

@need(Code.REASON_REQUIRED, "请写明这项承诺为什么在届末还没有了结、下一届怎样落实，代表会看到。")
def it_is_told_why_it_is_open(said: Progressing) -> bool: return bool(said.text.strip())

@need(Code.CHECKLIST_UNMET, "请写明要告诉承办单位的意见。")
def there_is_a_response(said: Progressing) -> bool: return bool(said.text.strip())

@need(Code.TOO_EARLY, "还有 {booked.left} 项承诺没有了结。")
def every_promise_is_settled(booked: Booked) -> bool: return booked.left == 0

@need(Code.CHECKLIST_UNMET, "请写明再次答复的内容：各项承诺怎样落实、效果如何。")
def the_second_reply_is_written(said: SecondReply) -> bool: return bool(said.text.strip())

@need(Code.SAME_PERSON, "签发人须是没有起草再次答复的人。")
def somebody_else_signs(booked: Booked, acting: Acting) -> bool: return not booked.writers & acting.people

@need(Code.CHECKLIST_UNMET, "请对落实情况作出评价：满意、基本满意或者不满意。")
def fulfilment_is_graded(said: Fulfilment) -> bool: return bool(said.result)

@need(Code.CHECKLIST_UNMET, "评价为不满意，不转类。")
def fulfilment_is_accepted(said: Fulfilment) -> bool: return said.result in ("satisfied", "basically_satisfied")

@need(Code.CHECKLIST_UNMET, "评价不是不满意。")
def fulfilment_is_refused(said: Fulfilment) -> bool: return said.result == "dissatisfied"

@need(Code.REASON_REQUIRED, "不满意须写明意见，不少于 {rules.bounds[opinion_length]} 字。")
def the_refusal_is_explained(said: Fulfilment, rules: Rules) -> bool: return len(said.opinion.strip()) >= rules.least("opinion_length")
# fmt: on
