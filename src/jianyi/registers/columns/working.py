"""What was done about it: whom the unit spoke to, how far it is, what it answered, what the deputies said, what followed (F23)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet

from jianyi.cases.models import Contact, Handling, Milestone, Paper, Promise, Sheet
from jianyi.cases.models.handlings import STANDING
from jianyi.cases.models.plans import LIVE
from jianyi.cases.models.promises import COUNTED, DONE
from jianyi.cases.queries.files import OPINIONS
from jianyi.fieldwork.models import Meeting, Treated
from jianyi.fieldwork.queries.meetings import HAPPENED
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import FACE_TO_FACE, GRADES, MODES, PUBLICATIONS
from jianyi.procedure.words import Role
from jianyi.publication.models import Publication
from jianyi.themes.models import Concern, Problem

from ..asked import sent_to
from .column import Cell, Column, Group, Rows, Told, day


Counted = dict[int, tuple[int, int]]
RATED = (
    w.Rating.RATED, w.Rating.CONTENT, w.Rating.DISSATISFIED, w.Rating.REHANDLED, w.Rating.UPHELD, w.Rating.ESCALATED,
)  # fmt: skip


def _part(done: int, of: int) -> str:
    return f"{done}/{of}" if of else ""


def _each(rows: QuerySet[Any], key: str, done: Q) -> Counted:
    """key → how many of them are done, and how many there are."""
    found = rows.values(key).annotate(of=Count("id"), done=Count("id", filter=done))
    return {row[key]: (row["done"], row["of"]) for row in found}


def _talked(rows: Rows) -> Told:
    """By the records that nobody disputes; persons are counted where a deputy has confirmed the talk."""
    found = Contact.objects.filter(
        congress_id=rows.by.congress, handling_id__in=rows.heard, stage__in=STANDING
    ).order_by("occurred_at", "id")
    held: dict[int, list[Contact]] = {}
    for row in found.only("congress_id", "handling_id", "stage", "phase", "mode", "occurred_at", "deputies"):
        held.setdefault(row.handling_id, []).append(row)
    return {
        row.id: {"received_on": day(row.received_at)} | (_talks(held.get(row.id, ())) if row.id in rows.heard else {})
        for row in rows.tasks
    }  # fmt: skip


def _talks(held: Iterable[Contact]) -> dict[str, Cell]:
    told: dict[str, Cell] = {}
    faces = 0
    for row in held:
        told.setdefault(f"{row.phase}_on", day(row.occurred_at))
        told.setdefault(f"{row.phase}_mode", MODES.get(row.mode, ""))
        confirmed = row.stage is w.Contact.CONFIRMED and row.mode in FACE_TO_FACE
        faces += len(row.deputies) if confirmed else 0
    return told | {"faces": faces}


TALKED = Group("talked", "沟通", (
    Column("received_on", "签收日", 11), Column("before_on", "办前沟通", 11), Column("before_mode", "办前方式", 9), Column("during_on", "办中沟通", 11),
    Column("after_on", "办后沟通", 11), Column("faces", "见面人次", 9),
), _talked)  # fmt: skip


def _progress(rows: Rows) -> Told:
    """How a unit means to go about it is its own business; whether opinions have come is for whoever uses them."""
    stones = Milestone.objects.filter(
        congress_id=rows.by.congress, handling_id__in=rows.own, stage__in=LIVE
    )  # fmt: skip
    reached = _each(stones, "handling_id", Q(stage=w.Milestone.REACHED))
    trips = _trips(rows)
    return {
        row.id: {
            "milestones": _part(*reached.get(row.id, (0, 0))), "trips": trips.get(row.root_id, 0) if row.id in rows.read else None,
            "co_state": _opinions(row, rows) if row.id in rows.read else "",
        }
        for row in rows.tasks
    }  # fmt: skip


def _trips(rows: Rows) -> dict[int, int]:
    """Research that was held about a suggestion."""
    about = Treated.objects.filter(congress_id=rows.by.congress, suggestion_id__in=list(rows.cases))
    pairs = list(about.values_list("suggestion_id", "root_id"))
    meetings = Meeting.objects.filter(
        congress_id=rows.by.congress,
        id__in={meeting for _, meeting in pairs},
        kind="research",
        stage__in=HAPPENED,
    )
    known = set(meetings.values_list("id", flat=True))
    found: dict[int, int] = {}
    for case, meeting in pairs:
        found[case] = found.get(case, 0) + (meeting in known)
    return found


def _opinions(row: Handling, rows: Rows) -> str:
    """「已送 1/2」, of the units that owe one to whoever leads."""
    if row.role is not Role.LEAD:
        return ""
    owed = {
        each.id
        for each in rows.beside.get(row.root_id, ())
        if each.role is Role.CO and each.round == row.round and each.stage is not w.Handling.MOVED
    }
    come = {
        each.handling_id for each in rows.papers.get(row.root_id, ()) if each.stage in OPINIONS and each.handling_id in owed
    }  # fmt: skip
    return f"已送 {len(come)}/{len(owed)}" if owed else ""


PROGRESS = Group("progress", "进度", (
    Column("milestones", "节点（完成/全部）", 14), Column("trips", "调研次数", 9), Column("co_state", "会办意见", 11),
), _progress, inside=True)  # fmt: skip


def _replied(rows: Rows) -> Told:
    given = sent_to(rows.by)
    return {
        row.id: _reply(row, paper)
        for row in rows.tasks
        if (paper := rows.paper(row)) and (row.id in rows.own or paper.stage in given)
    }


def _reply(row: Handling, paper: Paper) -> dict[str, Cell]:
    """A draft is the unit's own until it is sent; what another unit was given is for those two and who watches."""
    points = len(row.root.points)
    answered = len({each["no"] for each in paper.answers if str(each.get("text", "")).strip()})
    return {
        "points": _part(min(answered, points), points), "step": _step(paper), "signer": paper.signed_by, "reply_no": paper.number,
        "replied_on": day(paper.sent_at), "mark": paper.reply_class,
    }  # fmt: skip


DESKS = {"division": "处室审核", "office": "办公室审核"}


def _step(paper: Paper) -> str:
    desk = paper.desk
    return DESKS.get(desk, desk) if desk else paper.stage.label


REPLIED = Group("replied", "答复", (
    Column("points", "逐条答复（已答/全部）", 16), Column("step", "审核环节", 11), Column("signer", "签发人", 9), Column("reply_no", "答复文号", 20),
    Column("replied_on", "答复日期", 11), Column("mark", "类别标识", 9),
), _replied)  # fmt: skip


def _rated(rows: Rows) -> Told:
    """Of the unit's first and of its last reply; what came of a dissatisfaction."""
    found = Sheet.objects.filter(congress_id=rows.by.congress, root_id__in=list(rows.cases), stage__in=RATED)
    sheets: dict[int, list[Sheet]] = {}
    for row in found.only("congress_id", "root_id", "paper_id", "round", "attitude", "result"):
        sheets.setdefault(row.root_id, []).append(row)
    return {
        row.id: _grades(row, sheets.get(row.root_id, ()), rows) for row in rows.tasks if row.id in rows.read
    }


def _grades(row: Handling, sheets: Iterable[Sheet], rows: Rows) -> dict[str, Cell]:
    units = {each.id: each.unit_id for each in rows.beside.get(row.root_id, ())}
    papers = {
        each.id for each in rows.papers.get(row.root_id, ()) if units.get(each.handling_id) == row.unit_id
    }
    own = [each for each in sheets if each.paper_id in papers]
    rounds = sorted({each.round for each in own})
    told: dict[str, Cell] = {}
    for name, nth in (("first", rounds[:1]), ("last", rounds[-1:])):
        of = [each for each in own if each.round in nth]
        told |= {
            f"attitude_{name}": _summed(each.attitude for each in of),
            f"result_{name}": _summed(each.result for each in of),
        }
    mine = [each.round for each in rows.beside.get(row.root_id, ()) if each.unit_id == row.unit_id]
    return told | {"again": max(mine, default=1) - 1}


def _summed(grades: Iterable[str]) -> str:
    """「满意」; of several proposers 「满意 2、基本满意 1」."""
    given = [grade for grade in grades if grade]
    found = [(label, given.count(grade)) for grade, label in GRADES.items() if grade in given]
    return found[0][0] if len(given) == 1 else "、".join(f"{label} {n}" for label, n in found)


RATED_GROUP = Group("rated", "测评", (
    Column("attitude_first", "态度（首次）", 12), Column("result_first", "结果（首次）", 12), Column("attitude_last", "态度（最近）", 12),
    Column("result_last", "结果（最近）", 12), Column("again", "重新办理次数", 12),
), _rated, inside=True)  # fmt: skip


def _followed(rows: Rows) -> Told:
    promised = Promise.objects.filter(
        congress_id=rows.by.congress, handling_id__in=rows.numbers, stage__in=COUNTED
    )
    kept = _each(promised, "handling_id", Q(stage__in=DONE))
    problems = _problems(rows)
    return {
        row.id: {
            "promises": _part(*kept.get(row.id, (0, 0))),
            "problems": _part(*problems.get((row.root_id, row.unit_id), (0, 0))) if row.id in rows.read else "",
        }
        for row in rows.tasks
    }  # fmt: skip


def _problems(rows: Rows) -> dict[tuple[int, int], tuple[int, int]]:
    """(suggestion, unit) → problems struck off, and all that stand."""
    about = Concern.objects.filter(congress_id=rows.by.congress, suggestion_id__in=list(rows.cases))
    pairs = list(about.values_list("suggestion_id", "problem_id"))
    standing = Problem.objects.filter(congress_id=rows.by.congress, id__in={problem for _, problem in pairs})
    standing = standing.exclude(stage__in=[w.Problem.NEW, w.Problem.DROPPED])
    known = {row.id: row for row in standing.only("congress_id", "stage", "unit_id")}
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for case, number in pairs:
        if row := known.get(number):
            done, of = found.get((case, row.unit_id), (0, 0))
            found[case, row.unit_id] = (done + (row.stage is w.Problem.STRUCK), of + 1)
    return found


FOLLOWED = Group("followed", "承诺与问题", (
    Column("promises", "承诺（落实/全部）", 14), Column("problems", "问题（销号/全部）", 14),
), _followed)  # fmt: skip


def _published(rows: Rows) -> Told:
    """What is public is told to everybody; what is still being looked at to the unit and the congress's office."""
    found = Publication.objects.filter(congress_id=rows.by.congress, handling_id__in=rows.numbers)
    told: dict[int, dict[str, Cell]] = {}
    for row in found.only("congress_id", "handling_id", "stage", "way", "published_at").order_by("id"):
        if row.stage is w.Publication.PUBLISHED:
            told[row.handling_id] = {
                "publication": WAYS.get(row.way, ""),
                "published_on": day(row.published_at),
            }
        elif row.handling_id in rows.own:
            told[row.handling_id] = {"publication": row.stage.label}
    return told


WAYS = PUBLICATIONS | {"title": "公开标题"}
PUBLISHED = Group("published", "公开", (
    Column("publication", "公开方式", 10), Column("published_on", "公开日期", 11),
), _published)  # fmt: skip
