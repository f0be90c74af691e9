"""Needs of an oral reply and of its record (SD17 20, 22; QD21 28; forms.md F15)."""

from ..facts.acting import Clocks
from ..facts.cases import Task
from ..facts.oral import Face
from ..facts.said import Countersigned, OnPaper, Spoken
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "书面答复还没有签发：当面答复与书面答复并用，请签发后再登记当面答复。")
def the_letter_is_signed(face: Face) -> bool: return face.signed

@need(Code.CHECKLIST_UNMET, "会办意见送主办单位，不当面答复代表。")
def it_answers_the_deputy(task: Task) -> bool: return not task.advises

@need(Code.CHECKLIST_UNMET, "本轮答复已有一份当面答复记录待签署或者已签署，不再另登一份：内容有误且代表尚未签署的，请先收回再登记。")
def no_other_record_stands(face: Face) -> bool: return not face.another

@need(Code.TOO_LATE, "本件已经办结归档，不再登记当面答复。")
def the_case_is_open(face: Face) -> bool: return not face.closed

@need(Code.TOO_EARLY, "本件尚未办结。")
def the_case_is_closed(face: Face) -> bool: return face.closed

@need(Code.CHECKLIST_UNMET, "记录还缺：{said.lacking}。请补齐后再登记。")
def the_reply_is_placed(said: Spoken) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "当面答复的时间须在交办之后、现在之前：请按实际时间填写。")
def it_took_place_after_the_hand_over(said: Spoken, face: Face, clocks: Clocks) -> bool:
    at = said.occurred_at
    return at is None or (at <= clocks.now and (face.since is None or at >= face.since))

@need(Code.CHECKLIST_UNMET, "面复人须是{face.rank}：请重新选定。")
def the_speaker_has_the_rank(said: Spoken, face: Face) -> bool: return not said.replied_by or said.replied_by in face.speakers

@need(Code.CHECKLIST_UNMET, "请选定在场代表：没有代表在场的，不是当面答复。")
def a_deputy_was_present(said: Spoken) -> bool: return bool(said.deputies)

@need(Code.CHECKLIST_UNMET, "在场代表须是本件的提出代表，并且有领衔代表：记录由领衔代表签署；领衔代表不在场的，请登记为沟通。")
def the_lead_was_present(said: Spoken, face: Face) -> bool:
    return not said.deputies or (face.lead in said.deputies and face.proposers.issuperset(said.deputies))

@need(Code.POINT_UNANSWERED, "有的建议没有写答复要点：请对每一条建议都写明当面怎样答复。")
def every_point_was_spoken_to(said: Spoken, face: Face) -> bool: return not said.unanswered(face.points)

@need(Code.CHECKLIST_UNMET, "承诺事项{said.unreadable}看不懂：请每行写一项，如“印发补助办法 = 2026-09-30”。")
def the_promises_can_be_read(said: Spoken) -> bool: return not said.unreadable

@need(Code.CHECKLIST_UNMET, "还没有选定：{said.lacking}。请选定后再提交。")
def the_deputy_has_spoken(said: Countersigned) -> bool: return not said.lacking

@need(Code.REASON_REQUIRED, "部分同意或者不同意的，请写明意见。")
def disagreement_is_explained(said: Countersigned) -> bool: return said.is_explained

@need(Code.CHECKLIST_UNMET, "请附上代表签名的记录原件（扫描件）：没有代表签名的不能录入。")
def the_signed_paper_is_attached(said: OnPaper) -> bool: return bool(said.attachments)
# fmt: on
