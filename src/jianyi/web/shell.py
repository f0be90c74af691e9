"""What every page carries around it: who I am, where I can go, what waits for me."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from jianyi.cases.queries import lists
from jianyi.cases.queries.counting import NONE, Count
from jianyi.clockwork.health import alarm
from jianyi.kit import clock
from jianyi.notices.queries import unread
from jianyi.parties.mandates import is_to_come, was_deputy
from jianyi.parties.queries import congress_of, lines_of, seat_of, sitting_now
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.places import place
from jianyi.procedure.words import DelegationReview, Duty
from jianyi.procedure.words.duties import CLERKS, CONGRESS, HOUSE, OF_DELEGATION, WHOLE_UNIT
from jianyi.registers.sight import has_one

from .templatetags.look import day_and_year


Link = dict[str, Any]


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template; nothing but the demo's clock for those who are not signed in."""
    told: dict[str, Any] = {"demo_clock": _demo_clock(), "demo": settings.DEMO}
    person, by = getattr(request, "person", None), getattr(request, "actor", None)
    if person is None or by is None:
        return told
    sitting = sitting_now(by.congress)
    lines = lines_of(person)
    counters = counters_of(request)
    told |= {
        "me": {
            "id": str(person.id),
            "name": person.name,
            "line": "；".join(lines),
            "initial": person.name[:1],
        },
        "sitting_label": sitting.label if sitting else "",
        "unread": unread(by=by),
        "counters": counters,
        "is_deputy": is_deputy(by),
        **_mandate_told(by),
        "nav": nav(by, counters, request.path),
        "clock_alarm": alarm() if by.holds(Duty.ADMINISTRATOR, *CLERKS) else "",
        "search_url": "/suggestions/" if by.posts else "",
    }
    return told


def _mandate_told(by: Actor) -> dict[str, bool]:
    """Of whoever is a deputy alone, and is none today: not any more, or not yet."""
    none = is_deputy(by) and seat_of(by.congress, by.person) is None
    return {"mandate_over": none, "mandate_to_come": none and is_to_come(by.congress, by.person)}


def counters_of(request: HttpRequest) -> lists.Counters:
    """Asked for once a request, by the page and by what stands around it."""
    if not hasattr(request, "counters"):
        request.counters = lists.counters(by=request.actor)  # type: ignore[attr-defined]
    counters: lists.Counters = request.counters
    return counters


def is_deputy(by: Actor) -> bool:
    """Pages in the deputies' manner: for those who hold a seat and no post, or held one: what they proposed goes on."""
    return not by.posts and was_deputy(by.congress, by.person)


def nav(by: Actor, counters: lists.Counters, path: str) -> list[dict[str, Any]]:
    """Menus, by what the actor's posts are for; no entry leads nowhere."""
    if is_deputy(by):
        groups = [("", _deputy(by))]
    else:
        groups = [
            ("工作", _work(by, counters)), ("履职", _mandate(by)), ("资料", _library(by)), ("管理", _administration(by)),
        ]  # fmt: skip
    return [{"title": title, "links": _current(links, path)} for title, links in groups if links]


def _deputy(by: Actor) -> list[Link]:
    """Whoever holds no seat any more hands in nothing new."""
    holds = seat_of(by.congress, by.person) is not None
    new = [_link("/suggestions/new/", "写建议", "edit"), _link("/invitations/", "附议", "users")]
    return [
        _link("/", "我的建议", "home"),
        *(new if holds else []),
        _link("/meetings/", "活动", "calendar-event"),
        _link("/registers/", "台账", "list"),
        _link("/help/", "流程说明", "help-circle"),
    ]


def _mandate(by: Actor) -> list[Link]:
    """For those who hold a seat beside their posts; whoever held one still reads what was proposed."""
    if not was_deputy(by.congress, by.person):
        return []
    if seat_of(by.congress, by.person) is None:
        return [_link("/mine/", "我的建议", "home")]
    return [
        _link("/mine/", "我的建议", "home"),
        _link("/suggestions/new/", "写建议", "edit"),
        _link("/invitations/", "附议", "users"),
    ]


def _work(by: Actor, counters: lists.Counters) -> list[Link]:
    links = [
        _link(
            "/",
            "待办",
            "checklist",
            Count(counters.all, counters.capped),
            hot=counters.overdue + counters.today > 0,
        )
    ]
    if by.holds(*CONGRESS):
        links += [
            _link("/review/", "审查登记", "clipboard-check"),
            _link("/workbench/", "分办", "arrows-split-2"),
            _link("/batches/", "交办批次", "send"),
            _link("/exemptions/", "免予看稿", "eye-off"),
        ]
    if by.holds(*CLERKS):
        links += [
            _link("/closing/", "办结归档", "archive"),
            _link("/relay/", "保密件转达", "eye-off"),
            _link("/ratings/hints/", "测评提示", "star"),
        ]
    elif _reviews_first(by):
        links.append(_link("/review/", "代表团初审", "clipboard-check"))
    return [*links, *_house(by)]


def _house(by: Actor) -> list[Link]:
    """For those who work in a unit, and for whoever calls meetings."""
    links = [_link("/unit/", "本单位承办", "building")] if by.holds(*HOUSE) else []
    if by.holds(Duty.UNIT_OFFICE):
        links.append(_link("/claims/", "认领", "hand-stop"))
    if by.holds(*HOUSE, *CONGRESS, Duty.MEMBER):
        links.append(_link("/meetings/", "会议和活动", "calendar-event"))
    if by.holds(*HOUSE):
        links += [
            _link("/unit/lists/", "调度督促", "list-check"),
            _link("/unit/scheme/", "年度方案", "list-check"),
            _link("/unit/contact-plan/", "见面计划", "users"),
            _link("/unit/ideas/", "金点子", "bulb"),
        ]
    links += _followed(by)
    if by.holds(*WHOLE_UNIT):
        links.append(_link("/unit/year/", "年度履职", "checklist"))
        links.append(_link("/unit/flow/", "流程图", "help-circle"))
    return links


def _followed(by: Actor) -> list[Link]:
    """What is read over the years: groups, promises, outcomes, publication, and the terms of the congress."""
    links = [_link("/topics/", "重点督办", "star")] if by.holds(*HOUSE, *CONGRESS, Duty.MEMBER) else []
    links += [_link("/registers/", "台账", "list")] if has_one(by) else []
    if by.holds(*HOUSE, *CONGRESS, Duty.GOVERNMENT_CLERK):
        links += [
            _link("/supervision/", "督办", "flag"),
            _link("/help-measures/", "攻坚和帮扶", "users-plus"),
            _link("/themes/", "类办", "category"),
            _link("/problems/", "问题挂牌", "list-check"),
            _link("/promises/", "承诺台账", "checks"),
            _link("/circulars/", "通报", "article"),
            _link("/outcomes/", "成果登记", "category"),
            _link("/publicity/", "宣传报道", "article"),
        ]
    if by.holds(*HOUSE, *CONGRESS):
        links.append(_link("/publications/", "答复公开", "world"))
    if by.holds(*CONGRESS):
        links.append(_link("/terms/", "按届统计", "calendar-event"))
    return links


def _reviews_first(by: Actor) -> bool:
    """Staff of a delegation, where the place has the delegation look first."""
    staff = by.holds(*OF_DELEGATION)
    return staff and place(congress_of(by=by).place).says(DelegationReview.IN_SITTING)


def _library(by: Actor) -> list[Link]:
    links = [_link("/suggestions/", "建议库", "archive"), _link("/past/", "历史答复", "history")]
    if by.holds(*CLERKS):
        links += [_link("/enter/", "代为录入", "edit"), _link("/import/", "导入", "file-import")]
    links += [_link("/days/", "放假安排", "calendar-event")] if by.posts else []
    links += [_link("/notices/", "消息", "bell"), _link("/proxies/", "出差授权", "user-share")]
    return [*links, _link("/help/", "流程说明", "help-circle")]


def _administration(by: Actor) -> list[Link]:
    if not by.holds(Duty.ADMINISTRATOR):
        return []
    return [
        _link("/people/", "人员与职务", "users"),
        _link("/organisations/", "机构", "building-community"),
        _link("/sittings/", "届次与规则", "calendar-event"),
        _link("/clockwork/", "时钟和发送", "clock"),
    ]


def _link(href: str, label: str, icon: str, count: Count = NONE, hot: bool = False) -> Link:
    return {"href": href, "label": label, "icon": icon, "count": count, "hot": hot, "current": False}


def _current(links: list[Link], path: str) -> list[Link]:
    """The longest address that the path begins with."""
    fits = [
        link
        for link in links
        if path == link["href"] or (link["href"] != "/" and path.startswith(link["href"]))
    ]
    for link in sorted(fits, key=lambda link: -len(link["href"]))[:1]:
        link["current"] = True
    return links


def _demo_clock() -> str:
    if not settings.DEMO:
        return ""
    now = clock.now().astimezone(clock.HOME)
    return f"{day_and_year(now.date())} {now:%H:%M}"
