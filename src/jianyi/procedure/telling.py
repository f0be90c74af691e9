"""The table read aloud: every step of a place in plain Chinese, for the help page and the document."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter
from typing import Any

from .actions import Action
from .limits import UNITS, Period
from .places import BETWEEN, IN_SITTING, Place
from .refusals import Code
from .steps import STEPS, Step
from .words import TRACK_LABELS, TRACKS, Limit, Word


CODES: dict[Code, str] = {
    Code.WRONG_ACTOR: "这一步由别人办：句中写明由谁。",
    Code.NOT_IN_THIS_PLACE: "本地规则没有这一步。",
    Code.TOO_LATE: "期限已过，或者事项已经走过这一步。",
    Code.TOO_EARLY: "还没有走到这一步，或者期限未满。",
    Code.FROZEN: "登记后冻结的内容（如编号）不得更改。",
    Code.NO_CONTACT: "还没有经代表确认的办前沟通。",
    Code.DRAFT_NOT_SHOWN: "代表还没有看过这一稿，或者提了意见还没有答复。",
    Code.COLLECTIVE_DECISION_MISSING: "重大件的这一稿还没有经党组会议研究同意。",
    Code.OVER_CEILING: "申请或者同意的日期超过自首次交办起的总上限。",
    Code.ALREADY_EXTENDED: "本件已经延期一次。",
    Code.PAUSE_NOT_ALLOWED: "本地规则不许暂停计时。",
    Code.CO_OPINION_MISSING: "会办意见还没有采用。",
    Code.POINT_UNANSWERED: "有诉求点还没有逐条答复。",
    Code.SIGNER_NOT_ALLOWED: "签发人不是责任厅领导；重点督办件和重大件须由单位主要负责人签发。",
    Code.RESPONSIBILITY_INCOMPLETE: "四个一不完整：一件建议、一位责任厅领导、一位责任处领导、一名具体经办人。",
    Code.CHECKLIST_UNMET: "有必填内容没有填，或者条件没有满足。",
    Code.REASON_REQUIRED: "须写明理由。",
    Code.SAME_PERSON: "须由不同的人办理（起草、审核、签发；报告落实、核验；代行职务的，授权人和代行人都算）。",
    Code.NO_EVIDENCE: "没有佐证材料的不能销号。",
    Code.LADDER_SKIPPED: "督办阶梯不得越级：前一级文书已经发出并到期未改的，才能上一级；确需越级的，写明理由并经领导批准。",
    Code.CHANGED_MEANWHILE: "内容在阅看后又有变动：看过现在的内容再办，填写的内容已保留。",
    Code.KEY_REUSED: "同一请求号已用于另一操作：刷新页面后再试。",
    Code.BUSY: "此刻办理的人较多：稍等几秒再试，内容已保留。",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One row of the table in words. `needs`: what is said when it is not ready; `only`: where it stands."""

    at: str
    action: str
    by: str
    to: str
    needs: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    reverts: tuple[str, ...]
    tells: str
    only: str
    at_will: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """One track: its name, its code word, and its rows."""

    label: str
    name: str
    rows: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """A limit of a place: how long, and by which article."""

    label: str
    rule: str
    article: str


def chapters(place: Place | None = None) -> list[Chapter]:
    """Every track with its rows: those in force in a place, or all of them, each with where it stands."""
    found = []
    for track in TRACKS:
        rows = [
            row for row in STEPS if row.track is track and (place is None or row.is_in_force(place.switches))
        ]
        told = tuple(_row(row, at, place) for row in rows for at in _stages(row))
        found.append(Chapter(TRACK_LABELS[track], track.__name__.lower(), told))
    return [chapter for chapter in found if chapter.rows]


def lengths(place: Place) -> list[Length]:
    """The limits of a place, one line for both times where they are alike."""
    found = []
    for limit in Limit:
        times = [(place.period(limit, False), "大会期间"), (place.period(limit, True), "闭会期间")]
        found += list(_lengths(limit, [(period, when) for period, when in times if period]))
    return found


def _lengths(limit: Limit, times: list[tuple[Period, str]]) -> Iterable[Length]:
    rules = {(rule_of(period), period.article) for period, _ in times}
    if len(times) == 2 and len(rules) == 1:
        yield Length(limit.label, rule_of(times[0][0]), times[0][0].article)
        return
    for period, when in times:
        yield Length(f"{limit.label}（{when}）", rule_of(period), period.article)


def rule_of(period: Period) -> str:
    """「3 个月，自送达承办单位起算，不超过总上限」"""
    if period.unit == "fixed":
        rule = f"定日：{'、'.join(period.fixed)}"
    else:
        rule = UNITS[period.unit].format(period.count)
    if period.before:
        rule = f"{period.before.label}期满前 {rule}"
    tail = [f"自“{period.counts_from.label}”起算"] if period.counts_from else []
    tail += [f"不超过{period.under.label}"] if period.under else []
    return "，".join([rule, *tail])


def _stages(row: Step) -> list[str]:
    """A row that stands at many stages is one line."""
    return ["、".join(stage.label for stage in row.at)]


def _row(row: Step, at: str, place: Place | None) -> Told:
    return Told(
        at=at,
        action=row.action.label,
        by="、".join(capacity.label for capacity in row.by),
        to=row.to.label if row.to else "不变",
        needs=_needs(row, place),
        starts=tuple(
            _limit(limit, row.action, place) for limit in row.starts if _runs(limit, row.action, place)
        ),
        ends=_laid_down(row.ends, place),
        reverts=_laid_down(row.reverts, place),
        tells="、".join(capacity.label for capacity in row.tells),
        only="、".join(word.label for word in row.only),
        at_will=row.at_will,
    )


def _needs(row: Step, place: Place | None) -> tuple[str, ...]:
    warned = (f"提醒：{sentence(need.sentence, place)}" for need in row.warns)
    return tuple(dict.fromkeys([*(sentence(need.sentence, place) for need in row.needs), *warned]))


def _laid_down(limits: Iterable[Limit], place: Place | None) -> tuple[str, ...]:
    return tuple(limit.label for limit in limits if place is None or place.lays_down(limit))


def _runs(limit: Limit, action: Action, place: Place | None) -> bool:
    """Is the limit laid down here, and counted from this step?"""
    if place is None:
        return True
    periods = [place.limits.get((limit, time)) for time in (IN_SITTING, BETWEEN)]
    return any(period and period.counts_from in (None, action) for period in periods)


def _limit(limit: Limit, action: Action, place: Place | None) -> str:
    if place is None:
        return limit.label
    rules = dict.fromkeys(
        f"{length.rule}" for length in lengths(place) if length.label.startswith(limit.label)
    )
    return f"{limit.label}期限 {'；'.join(_short(rule) for rule in rules)}"


def _short(rule: str) -> str:
    return rule.split("，")[0]


def sentence(told: str, place: Place | None = None) -> str:
    """A need's sentence without a case: bounds of the place filled in, all else left open."""
    parts = []
    for text, name, _, _ in Formatter().parse(told):
        parts.append(text)
        if name is not None:
            parts.append(_bound(name, place))
    return "".join(parts)


def _bound(name: str, place: Place | None) -> str:
    key = name.partition("[")[2].rstrip("]")
    number = place.number(key) if place and name.startswith("rules.bounds") else None
    return "…" if number is None else str(number)


def stages_of(track: type[Word], place: Place) -> list[Word]:
    """The stages of a track that can be reached in a place, in the order of its road."""
    rows = [row for row in STEPS if row.track is track and row.is_in_force(place.switches)]
    reached = {row.to for row in rows if row.to} | {next(iter(track))}
    return [stage for stage in track if stage in reached]


def moves(track: type[Word], place: Place) -> dict[Word, list[tuple[str, str, Any]]]:
    """stage → (action, by whom, stage it leads to), each once; steps that stay where they are are left out."""
    found: dict[Word, dict[tuple[str, str, Any], None]] = {}
    for row in STEPS:
        if row.track is track and row.to and row.is_in_force(place.switches):
            for at in row.at:
                by = "、".join(capacity.label for capacity in row.by)
                found.setdefault(at, {})[row.action.label, by, row.to] = None
    return {stage: list(rows) for stage, rows in found.items()}
