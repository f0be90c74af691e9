"""How things of a case are laid out for the parts of a page."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from jianyi.cases.queries.course import Happened
from jianyi.cases.queries.lists import Row
from jianyi.kit import clock
from jianyi.kit.pages import Page
from jianyi.procedure.actions import Action
from jianyi.procedure.limits import Due
from jianyi.procedure.words import TRACK_LABELS, Handling, Role
from jianyi.turn.days import named
from jianyi.turn.tracks import by_name

from .templatetags.look import minute, short_day


NEAR = 5
HIDDEN = "代表（身份保密）"
# What waits is a decision, not the first of its outcomes.
DECISIONS = {
    Action.GRANT: "决定是否同意",
    Action.HANDLE_AGAIN: "决定是否重新办理",
    Action.PASS: "审核",
    Action.REFUSE: "决定是否同意",
}
PLAIN = ("suggestion", "handling")


def clock_of(due: Due | None, ended_at: datetime | None = None) -> dict[str, Any] | None:
    """A deadline for parts/clock.html and parts/clock_line.html: days left, the day, why this day."""
    if due is None:
        return None
    left, state = (f"{short_day(ended_at)}办妥", "ok") if ended_at else _left(due)
    if ended_at and ended_at >= due.at:
        left, state = f"{short_day(ended_at)}办妥，逾期", "bad"
    steps = [{"text": step, "value": ""} for step in due.steps[:-1]]
    return {
        "state": state, "left": left, "due": due.on, "used": None, "label": due.limit.label,
        "steps": steps, "limit": due.steps[-1], "ended": ended_at is not None,
    }  # fmt: skip


def spent(began: date, ends: date) -> dict[str, Any]:
    """How much of the time is used up, with both ends: the bar of parts/clock.html."""
    used = round(100 * (clock.today() - began).days / max(1, (ends - began).days))
    return {"used": max(0, min(100, used)), "begins": short_day(began), "ends": short_day(ends)}


def course(events: Iterable[Happened], states: Mapping[str, str]) -> list[dict[str, str]]:
    """What happened, for parts/timeline.html. `states`: action → ok, warn or bad."""
    return [
        {
            "when": minute(each.at), "what": each.what, "who": each.who, "note": "；".join(filter(None, (each.about, each.note))),
            "state": states.get(each.action, ""),
        }
        for each in events
    ]  # fmt: skip


def _left(due: Due) -> tuple[str, str]:
    """「还有 3 个工作日」 where the rule counts working days, natural days elsewhere; by the days in force, not by those that were in
    force when the clock was set."""
    now, today, days = clock.now(), clock.today(), due.days or named(due.calendar)
    if now >= due.at:
        over = (today - due.on).days
        worked = days.worked_days_between(due.on, today)
        return f"超期 {over} 天（{worked} 个工作日）" if over else "刚刚超期", "bad"
    if due.at - now < (due.at - due.at.replace(hour=0)) or due.on == today:
        return (f"今天 {due.at:%H:%M} 到期" if due.at.hour else "今天到期"), "warn"
    worked = days.worked_days_between(today, due.on)
    told = f"还有 {worked} 个工作日" if "工作日" in due.rule else f"还有 {(due.on - today).days} 天"
    return told, "warn" if worked <= NEAR else ""


def of_day(day: date, near: int = NEAR) -> dict[str, Any]:
    """A day that no clock keeps, as a clock is told: natural days left or over."""
    days = (day - clock.today()).days
    if days < 0:
        return {"left": f"超期 {-days} 天", "state": "bad", "due": day}
    left = f"还有 {days} 天" if days else "今天到期"
    return {"left": left, "state": "warn" if days <= near else "", "due": day}


def pointed(titles: list[str], said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every point of a suggestion with what is said to it, for parts/point.html; nothing where nothing is said yet."""
    known = {each["number"]: each for each in said}
    rows = enumerate(titles, start=1)
    return [{"number": number, "text": "", "title": title} | known.get(number, {}) for number, title in rows]


def to_do(action: Action) -> str:
    """What a work item asks for."""
    return DECISIONS.get(action, action.label)


def about(row: Row) -> str:
    """What a step is taken on, where its own words do not tell: 「退回申请」."""
    if row.item is None or row.item.track in PLAIN:
        return ""
    return TRACK_LABELS[by_name()[row.item.track].stages]


def work_row(row: Row, href: str, *, hides: bool = False) -> dict[str, Any]:
    """A Row for parts/row.html."""
    case, action = row.suggestion, row.action
    mark = clock_of(row.due)
    return {
        "id": str(row.subject_id), "number": case.no or "—", "href": href, "title": case.title or "（未写标题）",
        "todo": to_do(action) if action else case.stage.label, "todo_note": about(row), "person": HIDDEN if hides else case.lead.name,
        "person_note": "" if hides or not case.delegation else case.delegation.name,
        "unit": units_of(row), "unit_note": unit_note(row), "clock": mark, "flags": _flags(row), "reason": "",
        "edge": "late" if row.late else "soon" if mark and mark["state"] == "warn" else "",
        "action": {"href": href, "label": to_do(action) if action else "查看", "hot": bool(action) and row.late},
    }  # fmt: skip


def units_of(row: Row) -> str:
    main = [h.unit.known_as for h in row.handlings if h.role is not Role.CO and h.stage is not Handling.MOVED]
    return "、".join(dict.fromkeys(main)) or "待定"


def unit_note(row: Row) -> str:
    helping = [h.unit.known_as for h in row.handlings if h.role is Role.CO and h.stage is not Handling.MOVED]
    return f"会办 {'、'.join(helping)}" if helping else ""


def _flags(row: Row) -> list[dict[str, str]]:
    flags = [{"word": "重点督办"}] if row.suggestion.key else []
    if row.suggestion.confidential:
        flags.append({"word": "保密", "kind": "line", "icon": "eye-off"})
    return flags


def pager(page: Page, request: Any, total: int | None = None) -> dict[str, Any]:
    """Keyset links that keep the filters in the address."""

    def at(name: str, cursor: str) -> str:
        told = request.GET.copy()
        for other in ("after", "before"):
            told.pop(other, None)
        told[name] = cursor
        return f"?{told.urlencode()}"

    return {
        "next": at("after", page.after) if page.after else "",
        "previous": at("before", page.before) if page.before else "",
        "total": total, "first": None, "last": None,
    }  # fmt: skip
