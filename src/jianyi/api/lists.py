"""Lists: my work, all suggestions, the handlings of my house, my notices."""

from typing import Literal

from django.http import HttpRequest
from ninja import Router

from jianyi import areas
from jianyi.cadence.models import Tally
from jianyi.cases.models import Idea, Promise, Suggestion
from jianyi.cases.queries import lists, promises as pledged
from jianyi.cases.queries.files import HIDDEN_NAME
from jianyi.cases.queries.ideas import of_house
from jianyi.cases.queries.rows import Row
from jianyi.cases.queries.turned import turned
from jianyi.circulars.models import Circular
from jianyi.fieldwork.models import Meeting
from jianyi.kit import clock
from jianyi.notices import queries as told
from jianyi.notices.lines import GONE, text
from jianyi.notices.models import Sending
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import KNOW_NAMES
from jianyi.supervision.models import Help, Measure, Urging
from jianyi.themes.models import Theme
from jianyi.topics.models import KeyTopic
from jianyi.turn.items import NEVER
from jianyi.turn.models import Notice

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word, Words
from .refusing import READS


router = Router(tags=["lists"])
PartOf = Literal["open", "late", "soon", "verify", "confirm", "done", "unkept", "all"]
When = Literal["", "overdue", "today", "upcoming", "open_ended"]


@router.get("/work", response={200: shapes.Items, **READS})
def work(
    request: HttpRequest, page: Paged, when: When = "", track: Word | None = None, action: Word | None = None
) -> shapes.Items:
    """待办: what waits for me, due first."""
    by = who(request)
    found = lists.work(by=by, when=when, track=track or "", action=action or "", **page.cursor)
    rows = [item(row, by) for row in found.rows if row.item]
    counters = lists.counters(by=by)
    counted = shapes.Counters(**{name: getattr(counters, name) for name in shapes.Counters.model_fields})
    return shapes.Items(rows=rows, after=found.after, before=found.before, counters=counted)


@router.get("/suggestions", response={200: shapes.Cases, **READS})
def suggestions(
    request: HttpRequest,
    page: Paged,
    stage: Word | None = None,
    unit: Number | None = None,
    sitting: Number | None = None,
    between: Literal["", "yes", "no"] = "",
    term: int = 0,
    q: Words = "",
) -> shapes.Cases:
    """建议库: every suggestion I may see, newest first. `q`: words of the title, a number, the lead deputy's name."""
    by = who(request)
    found = lists.suggestions(
        by=by,
        stage=stage or "",
        unit=int(unit or 0),
        sitting=int(sitting or 0),
        words_in_title=q,
        between=between,
        term=term,
        **page.cursor,
    )
    return shapes.Cases(rows=[case(row, by) for row in found.rows], after=found.after, before=found.before)


@router.get("/handlings", response={200: shapes.Tasks, **READS})
def handlings(
    request: HttpRequest, page: Paged, stage: Word | None = None, role: Word | None = None
) -> shapes.Tasks:
    """本单位承办: the handlings of my house, newest first."""
    by = who(request)
    found = lists.handlings(by=by, stage=stage or "", role=role or "", **page.cursor)
    return shapes.Tasks(rows=[task(row, by) for row in found.rows], after=found.after, before=found.before)


@router.get("/ideas", response={200: shapes.Ideas, **READS})
def ideas(request: HttpRequest, page: Paged, stage: Word | None = None) -> shapes.Ideas:
    """金点子: those noted in talks about the suggestions of my house, newest first, with what becomes of each."""
    found = of_house(by=who(request), stage=stage or "", **page.cursor)
    return shapes.Ideas(rows=[idea(row) for row in found.rows], after=found.after, before=found.before)


@router.get("/promises", response={200: shapes.Promises, **READS})
def promises(
    request: HttpRequest, page: Paged, part: PartOf = "open", year: int | None = None
) -> shapes.Promises:
    """承诺台账: promises of sent replies by their days, and how many of those due in a year were kept, how many
    suggestions were turned into solved ones. `part`: open, late,
    soon, verify, confirm, done, unkept or all."""
    by = who(request)
    found, kept = (
        pledged.listed(by=by, part=part, **page.cursor),
        pledged.kept(year or clock.today().year, by=by),
    )
    counts = {name: getattr(kept, name).number for name in ("due", "done", "late", "unkept")}
    more = any(getattr(kept, name).more for name in counts)
    return shapes.Promises(
        rows=[promise(row) for row in found.rows], after=found.after, before=found.before,
        kept=shapes.PromisesKept(year=kept.year, capped=more, **counts),
        turned=[shapes.TurnedOf(unit=row.unit, turned=row.turned, due=row.due) for row in turned(kept.year, by=by)],
    )  # fmt: skip


@router.get("/notices", response={200: shapes.Notices, **READS})
def notices(request: HttpRequest, page: Paged) -> shapes.Notices:
    """消息: newest first; asking marks nothing as read."""
    by = who(request)
    seen = told.last_read(by=by)
    found = told.notices(by=by, **page.cursor)
    roots = {row.root_id for row in found.rows}
    cases = areas.named(roots, by=by)
    sent = told.receipts([row.id for row in found.rows], by=by)
    rows = [notice(row, seen, cases, sent.get(row.id, [])) for row in found.rows]
    return shapes.Notices(rows=rows, after=found.after, before=found.before)


# Rows


def item(row: Row, by: Actor) -> shapes.Item:
    found = row.item
    assert found is not None
    action = Action(found.action)
    return shapes.Item(
        track=found.track, subject=str(found.subject_id), stage=found.stage, action=shapes.word(action),
        path=f"/{found.track}/{found.subject_id}/actions/{found.action}", late=row.late,
        due_at=None if found.due_at >= NEVER else found.due_at, suggestion=case(row, by),
    )  # fmt: skip


def case(row: Row, by: Actor) -> shapes.Case:
    told = row.suggestion
    units = [h.unit.known_as for h in row.handlings if h.stage is not w.Handling.MOVED]
    return shapes.Case(
        id=str(told.id), number=told.no, title=told.title, stage=shapes.word(told.stage), between=told.between,
        proposer=proposer(row, by), units=list(dict.fromkeys(units)), clock=shapes.clock(row.due, late=row.late),
    )  # fmt: skip


def proposer(row: Row, by: Actor) -> str:
    """A confidential proposer is named to the congress's own bodies and among the proposers; they hold no post."""
    told = row.suggestion
    knows = not by.posts or by.holds(*KNOW_NAMES) or by.person == told.lead_id
    return row.proposer if knows or not told.confidential else HIDDEN_NAME


def task(row: Row, by: Actor) -> shapes.Task:
    handling = row.handlings[0]
    return shapes.Task(
        id=str(handling.id), unit=shapes.Named(id=str(handling.unit_id), name=handling.unit.name),
        role=shapes.word(handling.role), round=handling.round, stage=shapes.word(handling.stage),
        clock=shapes.clock(row.due, late=row.late), suggestion=case(row, by),
    )  # fmt: skip


def idea(row: Idea) -> shapes.Idea:
    same = ("text", "outcome", "landing", "title", "document", "reason", "decided_on")
    told = {name: getattr(row, name) for name in same}
    return shapes.Idea(id=str(row.id), stage=shapes.word(row.stage), suggestion=str(row.root_id), **told)


def promise(row: Promise) -> shapes.PromiseListed:
    return shapes.PromiseListed(
        id=str(row.id), number=row.called, stage=shapes.word(row.stage), item=row.item, due=row.due, first_due=row.first_due,
        late=row.is_late, carried_from=row.carried_from, unit=shapes.Named(id=str(row.unit_id), name=row.unit.name),
        suggestion=str(row.root_id),
    )  # fmt: skip


# How the interface calls what a notice is about.
CALLED: dict[type, str] = {
    Suggestion: "suggestion", Meeting: "meeting", Theme: "theme", KeyTopic: "topic", Outcome: "outcome", Publicity: "publicity",
    Tally: "tally", Circular: "circular", Urging: "urging", Measure: "measure", Help: "help",
}  # fmt: skip


def _about(row: Notice, visible: bool) -> dict[str, str]:
    """Its number under its name, as far as the reader may open it; all other names stay empty."""
    root = areas.root_of(row.track)
    return {name: str(row.root_id) if visible and kind is root else "" for kind, name in CALLED.items()}


def notice(
    row: Notice, seen: int, cases: dict[int, tuple[str, str, bool]], sent: list[Sending]
) -> shapes.Notice:
    visible = cases.get(row.root_id, GONE)[2]
    return shapes.Notice(
        id=str(row.id),
        at=row.at,
        text=text(row, cases),
        **_about(row, visible),
        new=row.id > seen,
        sent=[
            shapes.SentBy(channel=one.channel, state=one.state, sent_at=one.sent_at, receipt=one.receipt)
            for one in sent
        ],
    )
