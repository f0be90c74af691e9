"""A promise and its ledger in words: label and text, for the case page and for the page of a step."""

from datetime import date

from jianyi.cases.models import Explained, Ledger, Promise
from jianyi.documents.letters.wording import long_day
from jianyi.kit.numerals import chinese
from jianyi.procedure.facts.said import GRADES
from jianyi.web.templatetags.look import day


Lines = list[tuple[str, str]]


def lines(row: Promise | Ledger, *, own: bool) -> Lines:
    """`own`: for the unit that promised: also what is not settled inside it yet. What is empty is left out."""
    told = _promise(row, own) if isinstance(row, Promise) else _ledger(row, own)
    return [(label, text) for label, text in told if text]


def _promise(row: Promise, own: bool) -> Lines:
    """What was promised before, and what shows that it is kept."""
    shows = own or row.is_verified
    return [
        *((f"{day_of(was[4])}变更前", _before(was)) for was in row.was),
        ("落实情况", row.evidence if shows else ""), ("报告日期", day(row.reported_on) if shows else ""), ("核验", _verified(row)),
        ("拟变更为", _asked(row) if own else ""), ("说明", row.reason if own else ""),
    ]  # fmt: skip


def day_of(told: str) -> str:
    """A day as it is kept in the row, in words."""
    return long_day(date.fromisoformat(told))


def _before(was: list[str]) -> str:
    item, due, reason, signer, _ = was
    until = f"（{day_of(due)}前）" if due else ""
    return f"{item}{until}；变更原因：{reason.rstrip('。')}；{signer}签发"


def _asked(row: Promise) -> str:
    if not row.asked:
        return ""
    item, due = row.asked[:2]
    return "；".join((item or "事项不变", f"{day_of(due)}前完成" if due else "不再落实"))


def _verified(row: Promise) -> str:
    return f"{row.verified_by} {day(row.verified_on)}" if row.verified_by else ""


def _ledger(row: Ledger, own: bool) -> Lines:
    """What is written for the second reply is inside the unit until it is signed."""
    return [
        ("再次答复", row.text if own or row.signed_at else ""), ("退回理由", row.sent_back if own else ""),
        ("文号", row.number), ("签发人", row.signed_by), ("代表对落实情况", GRADES.get(row.result, "")), ("代表意见", row.opinion),
    ]  # fmt: skip


def explained(rows: list[Explained]) -> Lines:
    """What was told of a promise at the end of a term."""
    return [
        (f"第{chinese(row.term)}届届末说明", f"{row.text}（{row.name}，{long_day(row.on)}）") for row in rows
    ]
