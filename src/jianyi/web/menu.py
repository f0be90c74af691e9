"""Where everybody can go: the menus, in the order of a working day. No entry leads nowhere."""

from collections.abc import Callable
from typing import Any, NamedTuple

from jianyi.cases.queries import lists
from jianyi.cases.queries.counting import NONE, Count
from jianyi.parties.mandates import was_deputy
from jianyi.parties.queries import congress_of, seat_of
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.places import place
from jianyi.procedure.words import DelegationReview, Duty
from jianyi.procedure.words.duties import CLERKS, CONGRESS, HOUSE, OF_DELEGATION, WHOLE_UNIT
from jianyi.registers.sight import has_one


Link = dict[str, Any]
For = Callable[[Actor], bool]


class Entry(NamedTuple):
    """A place to go, and who goes there."""

    href: str
    label: str
    icon: str
    shown: For


def held(*duties: Duty) -> For:
    """For whoever holds a post with one of these duties."""
    return lambda by: by.holds(*duties)


def everybody(_: Actor) -> bool:
    """For all who are signed in."""
    return True


def has_seat(by: Actor) -> bool:
    """Whoever holds no seat any more hands in nothing new."""
    return seat_of(by.congress, by.person) is not None


def had_seat(by: Actor) -> bool:
    """Whoever held a seat still reads what was proposed."""
    return was_deputy(by.congress, by.person)


def reviews_first(by: Actor) -> bool:
    """Staff of a delegation, where the place has the delegation look first."""
    staff = by.holds(*OF_DELEGATION) and not by.holds(*CONGRESS, *CLERKS)
    return staff and place(congress_of(by=by).place).says(DelegationReview.IN_SITTING)


MEETING = held(*HOUSE, *CONGRESS, Duty.MEMBER)
FOLLOWING = held(*HOUSE, *CONGRESS, Duty.GOVERNMENT_CLERK)

DEPUTIES = (
    Entry("/", "我的建议", "home", everybody),
    Entry("/suggestions/new/", "写建议", "edit", has_seat),
    Entry("/invitations/", "附议", "users", has_seat),
    Entry("/meetings/", "活动", "calendar-event", everybody),
    Entry("/registers/", "台账", "list", everybody),
    Entry("/help/", "流程说明", "help-circle", everybody),
)
# A group is as long as an eye takes in at once: nobody reads twenty lines of one menu to find the twenty-first.
GROUPS = (
    ("工作", (
        Entry("/", "待办", "checklist", everybody),
        Entry("/review/", "审查登记", "clipboard-check", held(*CONGRESS)),
        Entry("/review/", "代表团初审", "clipboard-check", reviews_first),
        Entry("/workbench/", "分办", "arrows-split-2", held(*CONGRESS)),
        Entry("/batches/", "交办批次", "send", held(*CONGRESS)),
        Entry("/unit/", "本单位承办", "building", held(*HOUSE)),
        Entry("/claims/", "认领", "hand-stop", held(Duty.UNIT_OFFICE)),
        Entry("/exemptions/", "免予看稿", "eye-off", held(*CONGRESS)),
        Entry("/relay/", "保密件转达", "arrow-forward", held(*CLERKS)),
        Entry("/ratings/hints/", "测评提示", "mood-smile", held(*CLERKS)),
        Entry("/closing/", "办结归档", "archive", held(*CLERKS)),
        Entry("/registers/", "台账", "list", has_one),
    )),
    ("沟通与活动", (
        Entry("/meetings/", "会议和活动", "calendar-event", MEETING),
        Entry("/unit/scheme/", "年度方案", "note", held(*HOUSE)),
        Entry("/unit/contact-plan/", "见面计划", "users", held(*HOUSE)),
        Entry("/unit/ideas/", "金点子", "bulb", held(*HOUSE)),
        Entry("/unit/year/", "年度履职", "user-check", held(*WHOLE_UNIT)),
    )),
    ("督办", (
        Entry("/unit/lists/", "调度督促", "alarm", held(*HOUSE)),
        Entry("/supervision/", "督办", "flag", FOLLOWING),
        Entry("/topics/", "重点督办", "star", MEETING),
        Entry("/themes/", "类办", "category", FOLLOWING),
        Entry("/problems/", "问题挂牌", "list-check", FOLLOWING),
        Entry("/help-measures/", "攻坚和帮扶", "users-plus", FOLLOWING),
        Entry("/circulars/", "通报", "article", FOLLOWING),
    )),
    ("落实与公开", (
        Entry("/promises/", "承诺台账", "checks", FOLLOWING),
        Entry("/outcomes/", "成果登记", "circle-check", FOLLOWING),
        Entry("/publicity/", "宣传报道", "share", FOLLOWING),
        Entry("/publications/", "答复公开", "world", held(*HOUSE, *CONGRESS)),
    )),
    ("履职", (
        Entry("/mine/", "我的建议", "home", had_seat),
        Entry("/suggestions/new/", "写建议", "edit", has_seat),
        Entry("/invitations/", "附议", "users", has_seat),
    )),
    ("资料", (
        Entry("/suggestions/", "建议库", "library", everybody),
        Entry("/past/", "历史答复", "history", everybody),
        Entry("/enter/", "代为录入", "edit", held(*CLERKS)),
        Entry("/import/", "导入", "file-import", held(*CLERKS)),
        Entry("/terms/", "按届统计", "columns", held(*CONGRESS)),
        Entry("/days/", "放假安排", "calendar", lambda by: bool(by.posts)),
        Entry("/notices/", "消息", "bell", everybody),
        Entry("/proxies/", "出差授权", "user-share", everybody),
        Entry("/unit/flow/", "流程图", "route", held(*WHOLE_UNIT)),
        Entry("/help/", "流程说明", "help-circle", everybody),
    )),
    ("管理", (
        Entry("/people/", "人员与职务", "users", held(Duty.ADMINISTRATOR)),
        Entry("/organisations/", "机构", "building-community", held(Duty.ADMINISTRATOR)),
        Entry("/sittings/", "届次与规则", "calendar-event", held(Duty.ADMINISTRATOR)),
        Entry("/clockwork/", "时钟和发送", "clock", held(Duty.ADMINISTRATOR)),
    )),
)  # fmt: skip


def nav(by: Actor, counters: lists.Counters, path: str, deputy: bool) -> list[dict[str, Any]]:
    """The menu of one person, with what waits beside the work list."""
    groups = [("", DEPUTIES)] if deputy else GROUPS
    asked = {each.shown for _, entries in groups for each in entries}
    goes = {who for who in asked if who(by)}  # each asked once, however many entries it stands at
    shown = [(title, [_link(each) for each in entries if each.shown in goes]) for title, entries in groups]
    if not deputy:
        shown[0][1][0] |= {
            "count": Count(counters.all, counters.capped),
            "hot": counters.overdue + counters.today > 0,
        }
    _mark([link for _, links in shown for link in links], path)
    return [{"title": title, "links": links} for title, links in shown if links]


def _link(entry: Entry) -> Link:
    return {
        "href": entry.href, "label": entry.label, "icon": entry.icon, "count": NONE, "hot": False, "current": False,
    }  # fmt: skip


def _mark(links: list[Link], path: str) -> None:
    """Where the reader is: the longest address that the path begins with."""
    fits = [
        link
        for link in links
        if path == link["href"] or (link["href"] != "/" and path.startswith(link["href"]))
    ]
    for link in sorted(fits, key=lambda link: -len(link["href"]))[:1]:
        link["current"] = True
