"""What must hold of a case after every step, told apart from how the product makes it so."""

import json
from collections import Counter
from operator import attrgetter

from jianyi.cases import facts
from jianyi.cases.invariants.clocks import is_right
from jianyi.cases.models import Delivery, Handling, Paper, Return, Sheet, Suggestion
from jianyi.cases.queries.files import HIDDEN_NAME, CaseFile
from jianyi.journal.chain import digest, sm3
from jianyi.journal.models import Line
from jianyi.kit.rows import Row
from jianyi.kit.statements import read
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.permit import is_final
from jianyi.procedure.words import Role
from jianyi.turn.items import wanted_items
from jianyi.turn.models import Notice, Subject, WorkItem
from jianyi.turn.tracks import by_name, under as tracks_under
from jianyi.turn.under import Under


GIVEN = (w.Paper.SENT, w.Paper.TO_RELAY)
SHOWN = (w.Paper.SENT, w.Paper.TO_RELAY, w.Paper.OFFERED, w.Paper.ADOPTED)
OPEN = (w.Handling.NAMED, w.Handling.ARRIVED, w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING)


def fresh(case: Suggestion) -> Under:
    (now,) = read(Suggestion, congress_id=case.congress_id, id=case.id)
    return Under(now)


def check(case: Suggestion) -> Under:
    """All of them, from rows read anew, each kind of row once; the names are those of the security targets."""
    under = fresh(case)
    for rule in RULES:
        rule(under)
    return under


def lines_of(under: Under) -> list[Line]:
    return under.once(Line, lambda: sorted(_of_root(Line, under), key=lambda line: line.seq))


def deliveries_of(under: Under) -> list[Delivery]:
    return under.once(Delivery, lambda: _of_root(Delivery, under))


def _of_root(kind: type[Row], under: Under) -> list:
    return read(kind, congress_id=under.root.congress_id, root_id=under.root.id)


def subjects(under: Under) -> list[Subject]:
    return [subject for track in tracks_under(Suggestion) for subject in under.all(track.model)]


def items_are_right(under: Under) -> None:
    """The stored work items are those that stages, rows and holders call for."""
    assert sorted(map(_told, _of_root(WorkItem, under))) == sorted(map(_told, wanted_items(under)))


def _told(item: WorkItem) -> tuple:
    at = item.due_at.timestamp()
    return (
        item.subject_id,
        item.track,
        item.stage,
        item.action,
        item.person_id,
        item.duty,
        item.organisation_id,
        item.limit,
        at,
    )


def chain_is_whole(under: Under) -> None:
    """I6, I11: 1, 2, 3 … each line's hash covers the line and the hash before it, up to where the root says it is."""
    before = ""
    for expected, line in enumerate(lines_of(under), start=1):
        assert line.seq == expected and line.hash == digest(line, before)
        before = line.hash
    assert (under.root.seq, under.root.head) == (len(lines_of(under)), before)


def record_replays(under: Under) -> None:
    """I6: as many lines as steps, and the last line of each subject tells the stage it stands at."""
    last = {line.subject: line.stage for line in lines_of(under)}
    steps = Counter(line.subject for line in lines_of(under))
    for subject in subjects(under):
        assert last.get(str(subject), subject.stage.value) == subject.stage.value, subject
        assert steps[str(subject)] == subject.version, subject


def units_fit(under: Under) -> None:
    """After the hand-over one unit alone, one that leads, or several apart: in every round of its own."""
    if under.root.handed_over_at is None:
        return
    at_work = [h for h in under.all(Handling) if h.stage not in (w.Handling.MOVED, w.Handling.LAPSED)]
    roles = [h.role for h in at_work if h.round == 1]
    alone = [roles.count(role) for role in (Role.SOLE, Role.LEAD)]
    if under.root.stage not in (w.Suggestion.WITHDRAWN, w.Suggestion.MERGED):
        assert alone in ([1, 0], [0, 1]) or (alone == [0, 0] and roles.count(Role.SEPARATE) >= 2), roles
    assert all(r.handling.stage is w.Handling.MOVED for r in under.all(Return) if r.stage is w.Return.GRANTED)
    for unit in {h.unit_id for h in at_work}:
        assert len([h for h in at_work if h.unit_id == unit and h.stage in OPEN]) <= 1


def replies_are_signed(under: Under) -> None:
    """What went out was written, passed at every desk, and signed: by different people, and the same text."""
    gone = (w.Paper.SENT, w.Paper.TO_RELAY, w.Paper.OFFERED, w.Paper.ADOPTED)
    for paper in (p for p in under.all(Paper) if p.stage in gone):
        lines = [line for line in lines_of(under) if line.subject == str(paper)]
        begun = max(
            (n for n, line in enumerate(lines) if line.action in ("send_back", "ask_again")), default=0
        )
        acts = [(line.action, line.by["person"]) for line in lines[begun:]]
        signed = [who for action, who in acts if action == "sign"]
        passed = [person for _, people, _ in paper.passed for person in people[:1]]
        assert len(signed) == 1 and [name for name, *_ in paper.passed] == [name for name, _ in paper.desks]
        chain = [*passed, int(signed[0])]
        assert len(set(chain)) == len(chain) and not set(chain) & set(paper.hands), chain
        assert paper.number and paper.digest == sm3(
            json.dumps(paper.text, ensure_ascii=False, sort_keys=True)
        )


def sheets_fit(under: Under) -> None:
    """A sheet for every rater of every reply that was sent, and no other; each proposer had the letter."""
    sheets = under.all(Sheet)
    reached = {delivery.paper_id for delivery in deliveries_of(under)}
    for paper in (p for p in under.all(Paper) if p.is_reply):
        raters = [s.rater_id for s in sheets if s.paper_id == paper.id]
        given = paper.stage in (w.Paper.SENT, w.Paper.TO_RELAY)
        assert len(set(raters)) == len(raters) and bool(raters) == (given or paper.sent_at is not None)
        assert (paper.id in reached) == bool(raters)
    assert all(s.paper.is_reply for s in sheets)


def clocks_rest(under: Under) -> None:
    """What has come to its end runs against nothing."""
    running = {row.holder_id for row in under.deadlines if row.ended_at is None}
    late = [s for s in subjects(under) if s.id in running and is_final(s.stage, under.place)]
    assert not late, late
    known = {s.id for s in subjects(under)}
    assert running <= known
    assert set(by_name())


def first_days_stand_beside_their_tasks(under: Under) -> None:
    """By which registers are ordered and told late."""
    for task in under.all(Handling):
        own = [
            r
            for r in under.deadlines
            if r.holder_id == task.id and r.ended_at is None and r.limit in w.WATCHED
        ]
        assert task.due_at == min((row.due_at for row in own), default=None), task


def somebody_is_answerable(under: Under) -> None:
    """I2, I3: what is at work has its leader, head and officer; a unit gives one reply in a round."""
    for task in under.all(Handling):
        if task.stage in (w.Handling.ROUTED, w.Handling.WORKING):
            assert task.leader_id and task.head_id and task.officer_id, task
    given = [
        (p.handling.unit_id, p.handling.round) for p in under.all(Paper) if p.stage in GIVEN and p.is_reply
    ]
    assert len(given) == len(set(given)), given


def dates_are_right(under: Under) -> None:
    """I5: every date can be computed again from its start."""
    ceiling = [row.due_on for row in under.deadlines if row.limit is w.Limit.CEILING]
    known = dict(zip([w.Limit.CEILING], ceiling, strict=False))
    replies = {row.holder_id: row.started_at for row in under.deadlines if row.limit is w.Limit.REPLY}
    told = {"place": under.root.place, "between": under.root.between}
    for row in under.deadlines:
        if (row.id, row.due_at, row.started_at) not in COMPUTED:
            assert is_right(row, told, known, replies.get(row.holder_id)), row
            COMPUTED.add((row.id, row.due_at, row.started_at))


COMPUTED: set[tuple] = set()


INSIDE = ("write", "present", "pass", "clear", "sign", "ask", "drop")


def what_is_inside_stays_inside(under: Under) -> None:
    """I7: lines about drafts carry the unit that had it then; a confidential proposer gets nothing straight from a unit."""
    tasks = {str(row): row.handling for kind in (Paper, Return) for row in under.all(kind)}
    units = {subject: task.unit_id for subject, task in tasks.items()}
    for line in reversed(lines_of(under)):
        if line.action == "inherit":
            passed = [subject for subject, task in tasks.items() if str(task) == line.subject]
            units |= dict.fromkeys(passed, int(line.said["was"]))
        elif line.subject in units and line.action in INSIDE:
            assert line.inside == units[line.subject] != 0, line.action
    if under.root.confidential:
        assert all(delivery.channel != "platform" for delivery in deliveries_of(under))


def nobody_is_told_twice(under: Under) -> None:
    """I8: a notice speaks of one line, and reaches each once."""
    told = attrgetter("seq", "action", "person_id", "duty", "organisation_id")
    rows = [told(notice) for notice in _of_root(Notice, under) if not notice.occasion]
    assert len(rows) == len(set(rows))
    assert {row[:2] for row in rows} <= {(line.seq, line.action) for line in lines_of(under)}


def nothing_is_dropped(under: Under) -> None:
    """I9, I10: what was promised is not closed; who was not content is studied, handled again, or told why not."""
    if under.root.stage is w.Suggestion.CLOSED:
        assert not facts.sheets(under.root, under).tracked
    studied = {
        row.holder_id for row in under.deadlines if row.limit is w.Limit.STUDY and row.ended_at is None
    }
    begun = {row.previous_id for row in under.all(Handling)}
    for sheet in under.all(Sheet):
        if sheet.stage is w.Rating.DISSATISFIED:
            assert sheet.id in studied or not under.place.lays_down(w.Limit.STUDY)
        assert sheet.stage is not w.Rating.REHANDLED or sheet.paper.handling_id in begun
        assert sheet.stage is not w.Rating.UPHELD or sheet.decision


RULES = (
    items_are_right,
    chain_is_whole,
    record_replays,
    units_fit,
    somebody_is_answerable,
    replies_are_signed,
    sheets_fit,
    clocks_rest,
    first_days_stand_beside_their_tasks,
    dates_are_right,
    what_is_inside_stays_inside,
    nobody_is_told_twice,
    nothing_is_dropped,
)


def each_reads_what_is_theirs(case: Suggestion, by: Actor, under: Under) -> None:
    """I7, looked at with somebody's eyes: no draft, remark or request of another house, no hidden name."""
    file = CaseFile(case, by)
    file.under = under
    for paper in file.papers:
        assert paper.stage in SHOWN or paper.handling.unit_id in by.houses, (by.name, paper)
    for line in file.lines:
        assert line.inside in {0, *by.houses}, (by.name, line.subject)
    for request in file.returns:
        assert file.office or request.handling.unit_id in by.houses, by.name
    if case.confidential and by.posts and not file.from_within:
        assert file.proposers == [HIDDEN_NAME] and not file.invitations and not file.deliveries
