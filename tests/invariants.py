"""What must hold of a case after every step, told apart from how the product makes it so."""

from jianyi.cases.models import Delivery, Handling, Paper, Sheet, Suggestion
from jianyi.journal.chain import first_bad_line
from jianyi.journal.models import Line
from jianyi.procedure import words as w
from jianyi.procedure.permit import is_final
from jianyi.procedure.words import Role
from jianyi.turn.items import wanted_items
from jianyi.turn.models import Deadline, Subject, WorkItem
from jianyi.turn.tracks import by_name, under as tracks_under
from jianyi.turn.under import Under


OPEN = (w.Handling.NAMED, w.Handling.ARRIVED, w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING)


def fresh(case: Suggestion) -> Under:
    return Under(Suggestion.objects.get(congress_id=case.congress_id, id=case.id))


def check(case: Suggestion) -> None:
    """All of them, from rows read anew."""
    under = fresh(case)
    for rule in (
        items_are_right,
        chain_is_whole,
        record_replays,
        units_fit,
        replies_are_signed,
        sheets_fit,
        clocks_rest,
    ):
        rule(under)


def subjects(under: Under) -> list[Subject]:
    return [subject for track in tracks_under(Suggestion) for subject in under.all(track.model)]


def items_are_right(under: Under) -> None:
    """The stored work items are those that stages, rows and holders call for."""
    stored = WorkItem.objects.filter(congress_id=under.root.congress_id, root_id=under.root.id)
    assert sorted(map(_told, stored)) == sorted(map(_told, wanted_items(under)))


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
    assert first_bad_line(under.root) is None


def record_replays(under: Under) -> None:
    """As many lines as steps, and the last line of each subject tells the stage it stands at."""
    lines = list(
        Line.objects.filter(congress_id=under.root.congress_id, root_id=under.root.id).order_by("seq")
    )
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    last = {line.subject: line.stage for line in lines}
    steps = [line.subject for line in lines]
    for subject in subjects(under):
        if str(subject) in last:
            assert last[str(subject)] == subject.stage.value, subject
        assert steps.count(str(subject)) == subject.version, subject


def units_fit(under: Under) -> None:
    """After the hand-over one unit alone, one that leads, or several apart: in every round of its own."""
    if under.root.handed_over_at is None:
        return
    at_work = [h for h in under.all(Handling) if h.stage not in (w.Handling.MOVED, w.Handling.LAPSED)]
    roles = [h.role for h in at_work if h.round == 1]
    alone = [roles.count(role) for role in (Role.SOLE, Role.LEAD)]
    if under.root.stage not in (w.Suggestion.WITHDRAWN, w.Suggestion.MERGED):
        assert alone in ([1, 0], [0, 1]) or (alone == [0, 0] and roles.count(Role.SEPARATE) >= 2), roles
    for unit in {h.unit_id for h in at_work}:
        assert len([h for h in at_work if h.unit_id == unit and h.stage in OPEN]) <= 1


def replies_are_signed(under: Under) -> None:
    """What went out was written, passed at every desk, and signed: by different people, and the same text."""
    gone = (w.Paper.SENT, w.Paper.TO_RELAY, w.Paper.OFFERED, w.Paper.ADOPTED)
    for paper in (p for p in under.all(Paper) if p.stage in gone):
        lines = list(Line.objects.filter(root_id=under.root.id, subject=str(paper)).order_by("seq"))
        begun = max(
            (n for n, line in enumerate(lines) if line.action in ("send_back", "ask_again")), default=0
        )
        acts = [(line.action, line.by["person"]) for line in lines[begun:]]
        signed = [who for action, who in acts if action == "sign"]
        passed = [person for _, people, _ in paper.passed for person in people[:1]]
        assert len(signed) == 1 and [name for name, *_ in paper.passed] == [name for name, _ in paper.desks]
        chain = [*passed, int(signed[0])]
        assert len(set(chain)) == len(chain) and not set(chain) & set(paper.hands), chain
        assert paper.number and paper.digest


def sheets_fit(under: Under) -> None:
    """A sheet for every rater of every reply that was sent, and no other; each proposer had the letter."""
    sheets = under.all(Sheet)
    for paper in (p for p in under.all(Paper) if p.is_reply):
        raters = [s.rater_id for s in sheets if s.paper_id == paper.id]
        given = paper.stage in (w.Paper.SENT, w.Paper.TO_RELAY)
        assert len(set(raters)) == len(raters) and bool(raters) == (given or paper.sent_at is not None)
        reached = Delivery.objects.filter(congress_id=paper.congress_id, paper_id=paper.id).count()
        assert bool(reached) == bool(raters)
    assert all(s.paper.is_reply for s in sheets)


def clocks_rest(under: Under) -> None:
    """What has come to its end runs against nothing."""
    running = set(
        Deadline.objects.filter(root_id=under.root.id, ended_at=None).values_list("holder_id", flat=True)
    )
    late = [s for s in subjects(under) if s.id in running and is_final(s.stage, under.place)]
    assert not late, late
    known = {s.id for s in subjects(under)}
    assert running <= known
    assert set(by_name())
