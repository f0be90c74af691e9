"""Needs of suggestions, invitations, claims, withdrawals and batches."""

from collections.abc import Sequence

from ..facts.acting import Clocks, Rules
from ..facts.cases import Case, Claimed, Consents, Draft, Invited, Pile, Proposal, Replies, Sheets
from ..facts.parties import InUse
from ..facts.said import (
    CoSigning,
    Entered,
    Inviting,
    Listing,
    Merged,
    Replied,
    Result,
    Reviewed,
    Units,
    Writing,
)
from ..refusals import Code
from ..words import Role, Suggestion as S
from .need import need


BEFORE_HAND_OVER = (S.SUBMITTED, S.AT_DELEGATION, S.REGISTERED, S.PROPOSED)

UNFIT = "拟办单位不成立：须为 1 个单办；或者 1 个主办加会办；或者 2 个以上分别办理（可加会办）。"


def _fit(roles: Sequence[Role]) -> bool:
    """One alone; one that leads and others that help; or several, each with its own part (SH15 13)."""
    count = {role: list(roles).count(role) for role in Role}
    alone = count[Role.SOLE] == 1 and len(roles) == 1
    led = count[Role.LEAD] == 1 and count[Role.CO] >= 1 and not (count[Role.SOLE] or count[Role.SEPARATE])
    apart = count[Role.SEPARATE] >= 2 and not (count[Role.SOLE] or count[Role.LEAD])
    return alone or led or apart


# fmt: off
@need(Code.CHECKLIST_UNMET, "还差：{draft.lacks_told}。请补齐后再提交。")
def nothing_is_lacking(draft: Draft) -> bool: return not draft.lacks

@need(Code.CHECKLIST_UNMET, "标题超出 {draft.title_over} 字，请缩短后再提交。")
def the_title_is_short_enough(draft: Draft) -> bool: return draft.title_over <= 0

@need(Code.WRONG_ACTOR, "现在没有本届代表资格（已届满、已终止，或者当选的那一届还没有启用），不能提出建议；已提出的建议照常办理、照常测评。")
def the_seat_is_held(draft: Draft) -> bool: return draft.seat_held

@need(Code.TOO_EARLY, "现在不是大会期间。")
def it_is_in_a_sitting(draft: Draft) -> bool: return draft.in_sitting

@need(Code.TOO_EARLY, "大会期间的建议先由代表团初审。")
def it_is_between_sittings(draft: Draft) -> bool: return not draft.in_sitting

@need(Code.CHECKLIST_UNMET, "附件最多 {rules.bounds[attachments]} 个：请先移去多出的附件。")
def the_attachments_are_few_enough(said: Writing, rules: Rules) -> bool: return rules.allows("attachments", len(set(said.attachments)))

@need(Code.CHECKLIST_UNMET, "还差：{said.lacking}。请照原件录全。")
def the_paper_is_entered_whole(said: Entered) -> bool: return not said.lacking

@need(Code.REASON_REQUIRED, "请写明来件方式和凭据（如：2月3日收到纸质原件，代表本人签名，原件存卷）。")
def how_it_was_received(said: Entered) -> bool: return bool(said.received.strip())

@need(Code.CHECKLIST_UNMET, "请逐项核对要件；勾选了负面清单的，请改用退回、转来信或者参阅。")
def the_review_is_clear(said: Reviewed) -> bool: return not said.negative

@need(Code.CHECKLIST_UNMET, UNFIT)
def the_units_fit(proposal: Proposal) -> bool: return _fit(proposal.roles)

@need(Code.CHECKLIST_UNMET, UNFIT)
def the_proposed_units_fit(said: Units) -> bool: return _fit([naming.role for naming in said.units])

@need(Code.CHECKLIST_UNMET, "分别办理的，须写明每个单位的承办内容。")
def every_separate_part_has_its_scope(said: Units) -> bool:
    return all(naming.scope.strip() for naming in said.units if naming.role is Role.SEPARATE)

@need(Code.CHECKLIST_UNMET, "同一单位不能列入两次。")
def no_unit_is_named_twice(said: Units) -> bool: return len({naming.unit for naming in said.units}) == len(said.units)

@need(Code.CHECKLIST_UNMET, "拟办单位中有已经撤销的，或者不是承办单位的：请改选在用的承办单位。")
def every_named_unit_is_in_use(said: Units, in_use: InUse) -> bool: return {naming.unit for naming in said.units} <= in_use.units

@need(Code.TOO_EARLY, "尚有答复未送达。")
def every_reply_is_in(replies: Replies) -> bool: return 0 < replies.expected == replies.given

@need(Code.TOO_EARLY, "没有需要重新办理的承办任务。")
def a_handling_begins_again(replies: Replies) -> bool: return replies.beginning > 0

@need(Code.TOO_EARLY, "还有 {sheets.waiting} 份测评未收回，等代表测评或者期满后再办结。")
def every_sheet_is_back(sheets: Sheets) -> bool: return sheets.waiting == 0

@need(Code.CHECKLIST_UNMET, "还有 {sheets.undecided} 份不满意测评未作决定：请先决定是否重新办理。")
def every_dissatisfaction_is_decided(sheets: Sheets) -> bool: return sheets.undecided == 0

@need(Code.TOO_EARLY, "没有升级会商的测评。")
def a_sheet_is_escalated(sheets: Sheets) -> bool: return sheets.escalated > 0

@need(Code.TOO_EARLY, "再次不满意的处理还没有结果。")
def every_escalation_is_over(sheets: Sheets) -> bool: return sheets.escalated == 0

@need(Code.CHECKLIST_UNMET, "答复类别须跟踪落实，不能直接办结。")
def no_class_needs_tracking(sheets: Sheets) -> bool: return sheets.tracked == 0

@need(Code.TOO_EARLY, "答复类别无须跟踪落实。")
def a_class_needs_tracking(sheets: Sheets) -> bool: return sheets.tracked > 0

@need(Code.TOO_EARLY, "撤回申请尚未获全体附议代表同意。")
def the_withdrawal_is_granted(case: Case) -> bool: return case.withdrawal_granted

@need(Code.TOO_EARLY, "这一步由并案时自动办理。")
def another_is_merged_into_it(said: Merged) -> bool: return said.case > 0

@need(Code.CHECKLIST_UNMET, "要求身份保密的建议不能并入没有要求保密的建议：并入后承办单位会看到提出人。请分别办理，需要一并研究的归入类办组。")
def nobody_is_named_who_must_not_be(said: Merged, case: Case) -> bool: return case.confidential or not said.confidential

# Invitations

@need(Code.WRONG_ACTOR, "现在没有本届代表资格（已届满、已终止，或者当选的那一届还没有启用），不能附议新的建议；已附议的建议照常办理。")
def the_seat_of_the_invitee_is_held(invited: Invited) -> bool: return invited.seat_held

@need(Code.REASON_REQUIRED, "请向被邀代表写明附议说明。")
def it_is_explained(said: Inviting) -> bool: return bool(said.explanation.strip())

@need(Code.TOO_LATE, "建议已提交，附议到此为止：不能再邀请，也不能再撤回附议。")
def the_case_is_a_draft(case: Case) -> bool: return case.stage is S.DRAFT

@need(Code.CHECKLIST_UNMET, "这位代表已在附议邀请名单中。")
def nobody_is_invited_twice(invited: Invited) -> bool: return not invited.already

@need(Code.CHECKLIST_UNMET, "请先阅读全文，并勾选“已阅全文，系本人意愿”。")
def it_is_their_own_will(said: CoSigning) -> bool: return said.own_will

@need(Code.TOO_EARLY, "建议内容没有变动。")
def the_text_has_changed(invited: Invited, case: Case) -> bool: return invited.text_changed and case.stage is S.DRAFT

@need(Code.TOO_EARLY, "建议尚在起草。")
def the_draft_is_gone(case: Case) -> bool: return case.stage is not S.DRAFT

# Claims

@need(Code.TOO_LATE, "认领已截止，或者这件建议已经交办。")
def the_claims_are_open(case: Case, clocks: Clocks) -> bool:
    waits = case.stage in (S.REGISTERED, S.PROPOSED)
    return waits and (case.claims_until is None or clocks.now < case.claims_until)

@need(Code.CHECKLIST_UNMET, "本单位已认领这件建议。")
def it_is_not_yet_claimed(claimed: Claimed) -> bool: return not claimed.already

@need(Code.TOO_EARLY, "尚未交办。")
def the_case_left_the_desk(case: Case) -> bool: return case.stage not in (S.REGISTERED, S.PROPOSED)

# Withdrawals

@need(Code.TOO_LATE, "建议已交办，按本地规定不能再撤回。")
def it_is_not_handed_over(case: Case) -> bool: return case.stage in BEFORE_HAND_OVER

@need(Code.TOO_LATE, "只有已提交、尚未答复的建议可以撤回。")
def it_is_not_answered(case: Case) -> bool: return case.stage in (*BEFORE_HAND_OVER, S.HANDED_OVER)

@need(Code.CHECKLIST_UNMET, "已有一份撤回申请正在办理。")
def no_withdrawal_is_open(consents: Consents) -> bool: return not consents.already

@need(Code.TOO_EARLY, "还有 {consents.awaited} 名附议代表未表示意见。")
def every_co_signer_agrees(consents: Consents) -> bool: return consents.awaited == 0 and consents.refused == 0

@need(Code.TOO_EARLY, "申请仍在办理。")
def the_withdrawal_comes_too_late(case: Case) -> bool: return case.stage not in (*BEFORE_HAND_OVER, S.HANDED_OVER)

# Past replies

@need(Code.CHECKLIST_UNMET, "还差：{said.lacking}。请补齐后再存入。")
def the_past_reply_is_whole(said: Replied) -> bool: return not said.lacking

# Batches

@need(Code.CHECKLIST_UNMET, "请至少列入一件待交办的建议。")
def something_is_listed(said: Listing) -> bool: return bool(said.cases)

@need(Code.CHECKLIST_UNMET, "批次里没有建议。")
def the_batch_is_not_empty(pile: Pile) -> bool: return bool(pile.listed)

@need(Code.TOO_EARLY, "批次里还有没有交办、也没有写明原因的建议：请再点“交办”，把这一批办完。")
def the_result_is_that_of_every_case(said: Result, pile: Pile) -> bool:
    told = {*said.done, *(number for number, _ in said.failed)}
    return told == pile.listed and pile.out.issuperset(said.done)

# fmt: on
