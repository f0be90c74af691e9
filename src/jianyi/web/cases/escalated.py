"""What follows a second dissatisfaction, in words: for the pages that show it and for the page of a step."""

from jianyi.cases.models import Escalation
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.facts.said import DETERMINATIONS
from jianyi.procedure.words import Escalate
from jianyi.web.templatetags.look import day, minute


Lines = list[tuple[str, str]]


def way(file: CaseFile) -> str:
    """「召集会商」, with the article it rests on."""
    words = {word for word in file.under.place.switches if isinstance(word, Escalate)}
    return "；".join((*(word.label for word in words), file.under.place.articles[Escalate]))


def lines(row: Escalation, *, hides_names: bool) -> Lines:
    """Who was there is not told to those from whom a name is kept."""
    found = [
        ("日期、地点", " ".join(filter(None, (day(row.held_on), row.where)))), ("参加人员", "" if hides_names else row.participants), ("议题", row.note),
        ("纪要", row.minutes), ("处理意见", row.opinion), ("处理结果", DETERMINATIONS.get(row.outcome, "")), ("要求承办单位", row.requirements),
        ("落实期限", day(row.due)), ("登记", f"{row.determined_by} {minute(row.determined_at)}" if row.determined_at else ""),
        ("落实情况", row.evidence), ("核验意见", row.reason), ("核验", f"{row.verified_by} {minute(row.ended_at)}" if row.verified_by else ""),
    ]  # fmt: skip
    return [(label, text) for label, text in found if text]
