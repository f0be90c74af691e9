"""I3, I4, I7, I9, I10: what units write, who signed it, who may read it, and what follows when the deputy is not content."""

import json
from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef

from jianyi.journal.chain import sm3
from jianyi.journal.models import Line
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.places import place
from jianyi.procedure.steps import STEPS
from jianyi.procedure.words import Limit, Role
from jianyi.turn.models import Deadline
from jianyi.turn.under import Under

from .. import facts
from ..models import Delivery, Edition, Escalation, Handling, Paper, Return, Sheet, Suggestion


GONE = (w.Paper.SENT, w.Paper.TO_RELAY)
SIGNED = (w.Paper.SIGNED, w.Paper.TO_RELAY, w.Paper.OFFERED, w.Paper.SENT, w.Paper.ADOPTED)


def one_reply_a_round() -> Iterator[str]:
    """And what was signed is still the text that was written last."""
    replies = Paper.objects.filter(stage__in=GONE).exclude(handling__role=Role.CO)
    rows = (
        replies.values("root_id", "handling__unit_id", "handling__round")
        .annotate(n=Count("id"))
        .filter(n__gt=1)
    )
    for row in rows.order_by("root_id"):
        yield f"建议 {row['root_id']}：同一单位同一轮有 {row['n']} 份答复"
    for paper in Paper.objects.filter(stage__in=SIGNED).iterator():
        last = Edition.objects.filter(
            congress_id=paper.congress_id, paper_id=paper.id, edition=paper.edition
        ).first()
        told = sm3(json.dumps(paper.text, ensure_ascii=False, sort_keys=True))
        if paper.digest != told or last is None or last.text != paper.text:
            yield f"文稿 {paper.id}：签发后文字有变"


def every_paper_was_signed() -> Iterator[str]:
    """Every desk has passed it, the last one exactly this text; nobody had two hands in it."""
    signing = Line.objects.filter(action="sign").order_by("root_id", "seq").values_list("subject", "by")
    signers = {
        subject: {int(by["person"]), *map(int, by.get("for", ()))} for subject, by in signing.iterator()
    }
    for paper in Paper.objects.filter(stage__in=SIGNED).iterator():
        if fault := _unsigned(paper, signers.get(str(paper), set())):
            yield f"文稿 {paper.id}：{fault}"


def _unsigned(paper: Paper, signers: set[int]) -> str:
    if paper.desks_left:
        return f"未经 {'、'.join(paper.desks_left)} 审核"
    if paper.passed and paper.passed[-1][2] != paper.digest:
        return "最后一次审核的不是现在的文字"
    hands = [set(paper.hands), *(set(people) for _, people, _ in paper.passed), signers]
    if not signers or not paper.number:
        return "没有签发记录或者文号"
    return "" if len(set().union(*hands)) == sum(map(len, hands)) else "起草、审核、签发有同一人"


# I7


def what_is_inside_stays_inside() -> Iterator[str]:
    """Lines about drafts carry the unit they belong to; a confidential proposer gets nothing straight from a unit."""
    for model in (Paper, Return):
        yield from _lines_of(model)
    open_ = Delivery.objects.filter(channel="platform")
    hidden = Suggestion.objects.filter(
        congress_id=OuterRef("congress_id"), id=OuterRef("root_id"), confidential=True
    )
    for number in open_.filter(Exists(hidden)).values_list("id", flat=True):
        yield f"送达 {number}：保密件由承办单位直接送达"


def _lines_of(model: type[Paper] | type[Return]) -> Iterator[str]:
    name = model._meta.model_name
    rows = [row for row in STEPS if row.track is model._meta.get_field("stage").words]
    always = {row.action.value for row in rows} - {row.action.value for row in rows if not row.inside}
    never = {row.action.value for row in rows} - {row.action.value for row in rows if row.inside}
    units = {
        f"{name}/{number}": unit
        for number, unit in model.objects.values_list("id", "handling__unit_id").iterator()
    }
    before = _before(model)
    lines = Line.objects.filter(subject__startswith=f"{name}/").values_list(
        "id", "subject", "action", "inside"
    )
    for number, subject, action, inside in lines.iterator():
        its_own = inside == units.get(subject) or (subject, inside) in before
        if (action in always and not its_own) or (action in never and inside):
            yield f"记录 {number}（{subject} {action}）：可见范围不对"


# I9, I10


def what_needs_tracking_is_not_closed() -> Iterator[str]:
    """A closed suggestion whose last reply promised something has dropped off the ledger."""
    for key in Suggestion.objects.values_list("place", flat=True).distinct().order_by():
        tracked = [name for name, kind in place(key).classes.items() if kind.needs_tracking]
        promised = Paper.objects.filter(
            congress_id=OuterRef("congress_id"),
            root_id=OuterRef("id"),
            stage__in=GONE,
            reply_class__in=tracked,
        )
        for case in Suggestion.objects.filter(Exists(promised), place=key, stage=w.Suggestion.CLOSED):
            if facts.sheets(case, Under(case)).tracked:
                yield f"建议 {case.id}：答复类别须跟踪落实，却已办结"


def every_dissatisfaction_is_followed() -> Iterator[str]:
    """Studied in time, handled once more, or refused with a reason; never silence."""
    again = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), previous_id=OuterRef("paper__handling_id")
    )
    for sheet in Sheet.objects.filter(stage=w.Rating.REHANDLED).exclude(Exists(again)):
        yield f"测评 {sheet.id}：决定重新办理，却没有新的承办任务"
    for sheet in Sheet.objects.filter(stage=w.Rating.UPHELD, decision=""):
        yield f"测评 {sheet.id}：决定不重新办理，却没有理由"
    yield from _not_led_on()
    yield from _unstudied()


def _not_led_on() -> Iterator[str]:
    """A second dissatisfaction is not left behind before what follows from it is over."""
    on = (w.Suggestion.ESCALATED, w.Suggestion.ANSWERED, w.Suggestion.HANDED_OVER)
    over = Escalation.objects.filter(
        congress_id=OuterRef("congress_id"), paper_id=OuterRef("paper_id"), stage__in=(w.Escalation.DONE, w.Escalation.EXPLAINED)
    )  # fmt: skip
    escalated = Sheet.objects.filter(stage=w.Rating.ESCALATED)
    for sheet in escalated.exclude(Exists(over)).exclude(root__stage__in=on):
        yield f"测评 {sheet.id}：再次不满意还没有处理结果，建议却已往下办"
    every = Escalation.objects.filter(congress_id=OuterRef("congress_id"), paper_id=OuterRef("paper_id"))
    for sheet in escalated.exclude(Exists(every)):
        yield f"测评 {sheet.id}：再次不满意，却没有随后的处理"


def _unstudied() -> Iterator[str]:
    study = Deadline.objects.filter(
        congress_id=OuterRef("congress_id"), holder_id=OuterRef("id"), limit=Limit.STUDY, ended_at=None
    )
    waiting = Sheet.objects.filter(stage=w.Rating.DISSATISFIED).select_related("root")
    for sheet in waiting.exclude(Exists(study)):
        if place(sheet.root.place).lays_down(Limit.STUDY):
            yield f"测评 {sheet.id}：不满意，却没有研究期限"


def _before(model: type[Paper] | type[Return]) -> set[tuple[str, int]]:
    """What was done inside the units that had it before it passed on stays theirs."""
    passed = Line.objects.filter(subject__startswith="handling/", action=A.INHERIT.value)
    found: dict[int, set[int]] = {}
    for subject, said in passed.values_list("subject", "said"):
        found.setdefault(int(subject.partition("/")[2]), set()).add(int(said.get("was", 0)))
    rows = model.objects.filter(handling_id__in=found).values_list("id", "handling_id")
    name = model._meta.model_name
    return {(f"{name}/{number}", unit) for number, task in rows for unit in found[task]}
