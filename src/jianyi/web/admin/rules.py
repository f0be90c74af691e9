"""The rules of a place as a table: every limit with its article; what is not laid down is said so."""

from dataclasses import dataclass, field

from jianyi.procedure.limits import UNITS, Period
from jianyi.procedure.places import BETWEEN, IN_SITTING, Place, place
from jianyi.procedure.words import Limit


NOT_LAID_DOWN = "未规定"
SWITCHES = {
    "GovernmentOffice": "政府办公厅的作用", "DelegationReview": "代表团初审", "Rehandle": "不满意后的办理",
    "ReplyTo": "答复送达", "Raters": "谁来测评", "Withdraw": "撤回", "ContactGate": "办前沟通",
}  # fmt: skip
NUMBERS = {
    "title_length": "标题字数上限", "return_reason_length": "退回理由最少字数", "opinion_length": "不满意意见最少字数",
    "attachments": "附件件数上限",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    label: str
    told: str
    article: str = ""


@dataclass(frozen=True)
class Rules:
    place: Place
    limits: list[tuple[str, str, str, str]]
    switches: list[Line]
    numbers: list[Line]
    classes: list[Line] = field(default_factory=list)
    archive: list[Line] = field(default_factory=list)


def rules_of(key: str) -> Rules:
    where = place(key)
    return Rules(
        where,
        [_limit(limit, where) for limit in Limit],
        _switches(where),
        _numbers(where),
        _classes(where),
        [*_archive(where), _reminders(where)],
    )


def _limit(limit: Limit, where: Place) -> tuple[str, str, str, str]:
    """Label, in a sitting, between sittings, article."""
    inside, between = (where.limits.get((limit, time)) for time in (IN_SITTING, BETWEEN))
    articles = dict.fromkeys(period.article for period in (inside, between) if period)
    return limit.label, _told(inside), _told(between), "；".join(articles)


def _told(period: Period | None) -> str:
    if period is None:
        return NOT_LAID_DOWN
    if period.fixed:
        return "、".join(f"{int(day[:2])} 月 {int(day[3:])} 日" for day in period.fixed)
    told = UNITS[period.unit].format(period.count)
    return f"{period.before.label}期满前 {told}" if period.before else told


def _switches(where: Place) -> list[Line]:
    ordered = {type(word).__name__: word for word in where.switches}
    return [
        Line(label, ordered[name].label, where.articles[type(ordered[name])])
        for name, label in SWITCHES.items()
        if name in ordered
    ]


def _numbers(where: Place) -> list[Line]:
    return [Line(NUMBERS.get(key, key), str(bound.at), bound.article) for key, bound in where.numbers.items()]


def _archive(where: Place) -> list[Line]:
    """How long the file of a closed suggestion is kept."""
    kept = where.archive
    if kept is None:
        return [Line("档案保管期限", NOT_LAID_DOWN)]
    return [Line("档案保管期限", f"重点督办件{kept.term(True)}，其他件{kept.term(False)}", kept.article)]


def _reminders(where: Place) -> Line:
    told = where.reminders
    return Line("期限提醒", "、".join(map(ahead, told.days)) or "不提醒", told.article)


def ahead(days: int) -> str:
    """前 3 日、当日、逾期第 1 日"""
    return f"前 {days} 日" if days > 0 else f"逾期第 {-days} 日" if days else "当日"


def _classes(where: Place) -> list[Line]:
    return [Line(c.key, c.label, "须跟踪落实" if c.needs_tracking else "") for c in where.classes.values()]
