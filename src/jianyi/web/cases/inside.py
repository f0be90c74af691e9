"""What a unit asks for and settles while a reply takes shape, in words: for the case page and for the page of a step."""

from typing import TYPE_CHECKING, Any

from jianyi.cases.issued.replies import points
from jianyi.cases.models import (
    Charge,
    Collective,
    Consultation,
    Escalation,
    Extension,
    Idea,
    Ledger,
    Negotiation,
    OralReply,
    Promise,
    Remark,
    Sheet,
    Waiver,
)
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import DEPUTY_OPINIONS, MODES, OUTCOMES, TOPICS, VERDICTS
from jianyi.turn.models import Subject
from jianyi.turn.tracks import track_of
from jianyi.web import show
from jianyi.web.templatetags.look import day, minute

from . import escalated, promised, rated


if TYPE_CHECKING:
    from .page import View


Lines = list[tuple[str, str]]


def verb(subject: Subject, action: A) -> str:
    """The button; the verb alone is not enough where one verb serves several requests."""
    return LABELS.get((track_of(subject).name, action), action.label)


LABELS: dict[tuple[str, A], str] = {
    ("return", A.ASK): "申请退回", ("return", A.APPROVE): "签批退回申请", ("return", A.DROP): "不送出退回申请",
    ("extension", A.ASK): "申请延期", ("extension", A.APPROVE): "签批延期申请", ("extension", A.DROP): "不送出延期申请",
    ("extension", A.GRANT): "同意延期", ("extension", A.REFUSE): "不同意延期",
    ("consultation", A.APPROVE): "批准免予看稿", ("consultation", A.REFUSE): "不同意免予看稿",
    ("consultation", A.RELAY): "转代表看稿",
    ("waiver", A.ASK): "申请免等会办意见", ("waiver", A.RECALL): "收回免等申请", ("negotiation", A.RECALL): "收回协商", ("waiver", A.GRANT): "同意免等会办意见", ("waiver", A.REFUSE): "不同意免等",
    ("oralreply", A.RELAY): "登记转达的当面答复", ("oralreply", A.ENTER): "录入纸质签署",
    ("oralreply", A.CONFIRM): "核对纸质签署", ("oralreply", A.RECALL): "收回当面答复记录",
    ("guest", A.INVITE): "重新邀请", ("meeting", A.CONVENE): "修改安排", ("meeting", A.SETTLE): "审定纪要", ("meeting", A.SEND_BACK): "退回纪要", ("meeting", A.HAND_ON): "另选主持人",
    ("workscheme", A.PLAN): "拟订方案", ("workscheme", A.PRESENT): "送领导批准", ("workscheme", A.APPROVE): "批准方案",
    ("workscheme", A.SEND_BACK): "退回修改", ("workscheme", A.END): "结束年度方案",
    ("milestone", A.HAND_ON): "改由他人负责", ("idea", A.CHANGE): "修改去向",
    ("promise", A.REACH): "报告已落实", ("promise", A.SEND_BACK): "核验不通过", ("promise", A.CONFIRM): "确认已落实", ("promise", A.DISPUTE): "认为没有落实",
    ("promise", A.CHANGE): "申请变更承诺", ("promise", A.SIGN): "签发变更说明", ("promise", A.DROP): "不作变更",
    ("ledger", A.SEND_BACK): "退回再次答复", ("ledger", A.SIGN): "签发再次答复", ("ledger", A.RATE): "评价落实情况",
    ("rating", A.ENTER): "录入纸质测评", ("rating", A.CONFIRM): "代录属实", ("rating", A.DISPUTE): "代录不属实",
    ("escalation", A.CONVENE): "召集会商", ("escalation", A.CHANGE): "更改安排", ("escalation", A.REACH): "报告已落实", ("escalation", A.SEND_BACK): "核验不通过", ("escalation", A.VERIFY): "核验已落实",
    ("publication", A.PRESENT): "送公开审查", ("publication", A.PASS): "审查通过", ("publication", A.SEND_BACK): "退回公开稿", ("publication", A.REDRAFT): "重新拟公开稿", ("publication", A.DISPUTE): "代表不同意公开",
    ("charge", A.RESOLVE): "记决定事项", ("charge", A.REACH): "登记落实", ("charge", A.HAND_ON): "改由他人负责", ("charge", A.DROP): "取消这一项",
    ("outcome", A.SEND_BACK): "退回修改", ("link", A.UNLINK): "取消关联", ("publicity", A.FEATURE): "修改报道", ("publicity", A.REMOVE): "移出报道",
    ("circular", A.PRESENT): "送审批", ("circular", A.WRITE): "写文字", ("circular", A.DRAW): "取数起草", ("circular", A.APPROVE): "批准", ("circular", A.SEND_BACK): "退回修改", ("circular", A.WITHDRAW): "撤回通报",
    ("push", A.REACH): "报已完成", ("push", A.SEND_BACK): "退回继续推进",
    ("theme", A.GROUP): "改名或加件", ("member", A.JOIN): "重新加入", ("problem", A.REACH): "报告已解决", ("problem", A.SEND_BACK): "核销不通过",
    ("problem", A.HAND_ON): "改由他人负责", ("problem", A.DROP): "取消这一项",
    ("keytopic", A.NOMINATE): "修改或者加件", ("keytopic", A.DROP): "撤回提议", ("keytopic", A.MARK_KEY): "登记列入决定", ("keytopic", A.REFUSE): "登记不列入", ("keytopic", A.PLAN): "拟订督办方案", ("keytopic", A.PUBLISH): "向社会公布", ("keytopic", A.TAKE_DOWN): "从公布清单撤下",
    ("covered", A.JOIN): "重新列入", ("covered", A.TAKE_OUT): "移出议题", ("sounding", A.REPLY): "回复征询", ("advice", A.REPLY): "答复意见",
    ("urging", A.SIGN): "签发催办函", ("urging", A.RESPOND): "书面回复", ("urging", A.REVOKE): "误催撤销", ("urging", A.DROP): "不发", ("urging", A.ACKNOWLEDGE): "签收催办函", ("urging", A.PROLONG): "宽限回复期限", ("measure", A.PROLONG): "宽限期限",
    ("plea", A.ASK): "请求催办", ("plea", A.REFUSE): "不催办，说明理由",
    ("measure", A.LIST): "签发挂牌督办单", ("measure", A.DROP): "不发", ("measure", A.REACH): "报整改，申请摘牌", ("measure", A.VERIFY): "核验摘牌", ("measure", A.SEND_BACK): "核验不通过",
    ("measure", A.RESPOND): "报告办理情况", ("measure", A.CLOSE): "核对办结",
    ("measure", A.MINUTE): "登记约谈记录", ("measure", A.SIGN): "约谈人签字", ("measure", A.COUNTERSIGN): "被约谈人签字", ("measure", A.DECIDE): "登记决定", ("measure", A.REVOKE): "撤销",
    ("help", A.REACH): "报完成", ("help", A.VERIFY): "核验完成", ("help", A.SEND_BACK): "核验不通过", ("help", A.DROP): "取消这一项",
    ("resolution", A.HAND_ON): "改由他人负责", ("resolution", A.REACH): "登记落实", ("resolution", A.DROP): "取消这一项",
}  # fmt: skip


def title(subject: Subject) -> str:
    match subject:
        case Extension():
            return f"延期申请：申请延至 {day(subject.until)}" if subject.until else "延期申请"
        case Consultation():
            return f"征求意见稿（第 {subject.edition} 稿）" if subject.edition else "免予代表看稿"
        case Collective():
            return f"党组会议决定（第 {subject.edition} 稿）"
        case Waiver():
            return f"免等{subject.helping.unit.known_as}的会办意见"
        case Negotiation() if subject.topic:
            return f"单位间协商：{TOPICS[subject.topic]}"
    return _numbered(subject) if isinstance(subject, OralReply) else ""


def _numbered(row: OralReply) -> str:
    return f"当面答复记录（{row.number}）" if row.number else "当面答复记录"


def lines(subject: Subject, *, inner: bool = True) -> Lines:
    """Label and text, what is empty left out. `inner`: for the unit and the congress's bodies."""
    told = OF.get(type(subject), lambda row: [])(subject)
    return [(label, text) for label, text in told if text and (inner or label not in INNER)]


def settled(file: CaseFile) -> list[Any]:
    """What was asked for and settled on the way to a reply, oldest first."""
    return sorted(
        [*file.extensions, *file.consultations, *file.collectives, *file.waivers, *file.oral_replies],
        key=lambda row: row.id,
    )


def shown(subject: Subject, file: CaseFile | None) -> Lines:
    """What the page of a step tells of its subject: only what the reader is shown of it on the case page."""
    if file and isinstance(subject, Sheet):
        return rated.lines(subject, file)
    rows = getattr(file, SHOWN[type(subject)]) if file and type(subject) in SHOWN else []
    if file is None or subject.id not in {row.id for row in rows}:
        return []
    if isinstance(subject, Escalation):
        return escalated.lines(subject, hides_names=file.hides_names)
    if isinstance(subject, Promise | Ledger):
        return promised.lines(subject, own=subject.handling in file.own_handlings)
    return lines(subject, inner=is_inner(subject, file))


def is_inner(row: Any, file: CaseFile) -> bool:
    """For the congress's bodies, the unit itself, and the unit whose opinion is waited for."""
    sides = (row.handling_id, getattr(row, "helping_id", 0))
    return file.office or any(h.id in sides for h in file.own_handlings)


SHOWN = {
    Extension: "extensions", Consultation: "consultations", Collective: "collectives", Waiver: "waivers",
    Negotiation: "negotiations", Remark: "remarks", Idea: "ideas", OralReply: "oral_replies", Promise: "promises", Ledger: "ledgers", Escalation: "escalations",
}  # fmt: skip
INNER = ("已作工作", "下步计划", "告知代表", "催要经过")


def _extension(row: Extension) -> Lines:
    return [
        ("原答复期限", day(row.due_before)), ("同意延至", day(row.granted)), ("申请延至", day(row.until)),
        ("法定情形", row.ground), ("具体原因", row.reason), ("已作工作", row.progress), ("下步计划", row.plan),
        ("告知代表", _told(row)),
        ("单位签批", row.approved_by), ("决定说明", row.decision),
    ]  # fmt: skip


def _told(row: Extension) -> str:
    """「2026-05-12 电话：代表理解」"""
    when = " ".join(filter(None, (day(row.told_on), MODES.get(row.told_by, ""))))
    return f"{when}：{row.deputies_told}" if when else row.deputies_told


def _consultation(row: Consultation) -> Lines:
    if not row.edition:
        return [("免予看稿的理由", row.reason), ("批准人", row.decided_by), ("说明", row.opinion)]
    return [("代表意见", row.opinion), ("对意见的答复", row.reason)]


def _collective(row: Collective) -> Lines:
    return [
        ("会议", row.name), ("时间、地点", " ".join(part for part in (day(row.held_on), row.hour, row.where) if part)),
        ("到会", f"应到 {row.expected} 人，实到 {row.present} 人"), ("主持人", row.chair), ("列席", row.observers), ("汇报人", row.reporter),
        ("决定", OUTCOMES.get(row.outcome, "")), ("会议意见", row.note), ("记录人", row.recorder), ("签发人", row.signer),
    ]  # fmt: skip


def _waiver(row: Waiver) -> Lines:
    return [
        ("会办单位", row.helping.unit.name), ("会办期限", day(row.due_on)), ("催要经过", row.tried),
        ("意见缺失的原因", row.reason), ("决定人", row.decided_by), ("决定说明", row.decision),
    ]  # fmt: skip


def _negotiation(row: Negotiation) -> Lines:
    """Both sides, each under its own name, then what was decided; one that is only begun has none yet."""
    if not row.topic:
        return []
    own, other = row.handling.unit.name, row.other.name if row.other else ""
    return [
        ("协商事项", TOPICS.get(row.topic, "")), (f"{own}的意见", row.argument), (f"{own}的建议", row.proposal),
        (f"{other}的意见", row.answer), (f"{other}的建议", row.counter), ("决定", VERDICTS.get(row.verdict, "")),
        ("决定内容和理由", row.decision), ("主办、会办", "由此对调" if row.swapped else ""), ("决定人", row.decided_by),
    ]  # fmt: skip


def _remark(row: Remark) -> Lines:
    return [
        ("批注人", row.maker.name if row.maker else ""), ("针对", f"第 {row.point} 条" if row.point else "全文"),
        ("所引原文", row.passage), ("批注", row.note), ("回应", row.answer), ("重新提出", row.reason),
    ]  # fmt: skip


def _idea(row: Idea) -> Lines:
    return [
        ("金点子", row.text),
        ("现在的去向", "；".join(filter(None, (row.outcome, row.goes_into)))),
        ("说明", row.reason),
    ]


def _oral(row: OralReply) -> Lines:
    """What was said to each point, then the deputy's own word and how it was given."""
    promises = "\n".join(f"{text}（{until}）" for text, until in row.promises)
    written = {None: "", True: "仍需要", False: "不需要"}[row.written_needed]
    return [
        ("时间、地点", " ".join(part for part in (minute(row.occurred_at), row.where) if part)),
        ("面复人", f"{row.speaker}（{row.post}）" if row.post else row.speaker),
        *((f"第 {no} 条", text) for no, text in sorted(row.told.items())), ("承诺事项", promises),
        ("代表意见", DEPUTY_OPINIONS.get(row.deputy_opinion, "")), ("意见说明", row.opinion), ("书面答复", written),
        ("签署", _signed(row)), ("理由", row.reason),
    ]  # fmt: skip


def _signed(row: OralReply) -> str:
    if not row.signed_at:
        return ""
    if not row.on_paper:
        return f"{minute(row.signed_at)} 代表本人在平台签署"
    checked = f"，{row.confirmed_by}核对" if row.confirmed_by else ""
    return f"代表在纸质记录上签名，{minute(row.signed_at)} 由{row.entered_by}录入{checked}"


FORMS = {Collective: "collective", OralReply: "oral_reply"}


def form(row: Any) -> str:
    """Where what is settled may be had on paper."""
    kind = FORMS.get(type(row))
    fell = isinstance(row, OralReply) and not row.stands
    return f"/forms/{kind}/{row.id}/" if kind and not fell else ""


OF: dict[type, Any] = {
    Extension: _extension,
    Consultation: _consultation,
    Collective: _collective,
    Remark: _remark,
    Waiver: _waiver,
    Idea: _idea,
    Negotiation: _negotiation,
    OralReply: _oral,
}


def charges(view: "View", row: Collective) -> dict[str, Any]:
    """What the leadership charged whom with, and where the office adds to it."""
    new = view.file.acts_on(Charge.by(row).come_home(view.file.under))
    back = f"/suggestions/{view.file.case.id}/%23collective-{row.id}"
    href = f"/act/charge/new/resolve/?collective={row.id}&next={back}"
    told = [
        {"row": each, "anchor": f"charge-{each.id}", "who": view.known.name(each.owner_id), "bar": view.bar(each.id),
         "files": view.file.evidence.get(each.id, [])}
        for each in view.file.charges
        if each.collective_id == row.id
    ]  # fmt: skip
    return {"charges": told, "charge": href if new and new[0].ready else ""}


def draft(row: Consultation, file: CaseFile) -> list[dict[str, Any]]:
    """The text that the deputy was shown, point by point."""
    return show.pointed(file.case.points, points(row.paper, file.under, row.text))
