"""Random walks over the commands: whoever may act acts, whoever may not tries all the same, time passes.

After every step everything in `invariants` must hold (I1–I12 of the security targets), one reader more is looked over the
shoulder, and the walk's own small memory must agree: what has ended has ended, what was given stays given. At the end the
product's own check is asked as well. It is begun before all other tests (conftest.LONG); `JIANYI_WALKS=200x500` walks farther.
"""

import os
import random
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import count

import pytest
from django.db.models import Count, Max, Min

import invariants
import remembered
from build import World, again, at
from jianyi.cadence import due as cadence
from jianyi.cases.commands import handlings, oral, promises, ratings, suggestions
from jianyi.cases.due import tick_all
from jianyi.cases.facts.between import answers_beside
from jianyi.cases.models import (
    Batch,
    Charge,
    Claim,
    Collective,
    Consultation,
    Contact,
    Escalation,
    Extension,
    Handling,
    Invitation,
    Ledger,
    Milestone,
    Negotiation,
    OralReply,
    Paper,
    Plan,
    Promise,
    RatingLink,
    Remark,
    Return,
    Sheet,
    Suggestion,
    View,
    Waiver,
    Withdrawal,
)
from jianyi.cases.queries.files import acts_at
from jianyi.console.checking import violations
from jianyi.documents.store import keep
from jianyi.kit import clock, ids
from jianyi.parties import commands as parties
from jianyi.parties.models import Arrangement, Term
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor, Ticket
from jianyi.procedure.facts.said import (
    Arranging,
    Determined,
    Entered,
    Inviting,
    Kept,
    Lasting,
    Met,
    Offer,
    OnPaper,
    RatedOnPaper,
    SecondReply,
    Summoned,
    UnitRules,
)
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Duty
from jianyi.supervision.models import Plea
from jianyi.turn.days import days_of
from jianyi.turn.door import COMMANDS
from jianyi.turn.tracks import by_name, track_of
from jianyi.turn.under import Under
from leading import leads_to
from talking import words
from untouched import touched, watch


WALKS, STEPS = map(int, os.environ.get("JIANYI_WALKS", "20x500").split("x"))
SEED = 2026
# How many walks are added at most to search for what nobody has done so far, as a share of those that were taken.
ADDED = 2
# At the usual length and beyond every action must be taken by somebody; shorter walks only look at what holds.
FAR = WALKS * STEPS >= 20 * 500
S = w.Suggestion
# The road, drawn a second time: where a suggestion may go from where.
ROAD = {
    S.DRAFT: {S.SUBMITTED, S.WITHDRAWN},
    S.SUBMITTED: {S.REGISTERED, S.DRAFT, S.RETURNED, S.LETTER, S.REFERENCE, S.WITHDRAWN},
    S.REGISTERED: {S.PROPOSED, S.MERGED, S.WITHDRAWN},
    S.PROPOSED: {S.HANDED_OVER, S.MERGED, S.WITHDRAWN},
    S.HANDED_OVER: {S.ANSWERED, S.RATED, S.TRACKING, S.ESCALATED, S.WITHDRAWN},
    S.ANSWERED: {S.HANDED_OVER, S.RATED, S.TRACKING, S.ESCALATED},
    S.TRACKING: {S.RATED},
    S.RATED: {S.CLOSED, S.HANDED_OVER},
    S.ESCALATED: {S.RATED, S.TRACKING},
}  # fmt: skip


class Memory:
    """What the walk remembers of a case, to hold against what it finds afterwards."""

    def __init__(self, case):
        self.stage, self.number, self.lines = case.stage, case.number, 0
        self.sent, self.rated = {}, {}

    def look(self, under):
        case = under.root
        if case.stage is not self.stage:
            assert case.stage in ROAD.get(self.stage, set()), (self.stage, case.stage)
        assert self.number in (None, case.number), "a number is frozen"
        lines = len(invariants.lines_of(under))
        assert lines >= self.lines, "the record only grows"
        self.stage, self.number, self.lines = case.stage, case.number, lines
        self._replies(under)
        self._sheets(under)

    def _replies(self, under):
        """A letter that went out stays as it was, word for word; and nothing goes a third round."""
        for paper in (p for p in under.all(Paper) if p.stage is w.Paper.SENT):
            told = (paper.digest, paper.number, paper.reply_class, str(paper.answers))
            assert self.sent.setdefault(paper.id, told) == told
        assert all(task.round <= 2 for task in under.all(Handling))

    def _sheets(self, under):
        for sheet in (s for s in under.all(Sheet) if s.rated_at):
            told = (sheet.attitude, sheet.result, sheet.opinion, *sheet.also)
            assert self.rated.setdefault(sheet.id, told) == told, "a rating is given once"


class Still(Under):
    """A case that nobody changes while it is looked at: what was found for one reader need not be looked for again for the next."""

    def _find(self, kind, subject):
        return self.once((kind, type(subject), subject.id), lambda: Under._find(self, kind, subject))


START = [
    lambda world: world.draft(points=2),
    lambda world: world.registered(points=2),
    lambda world: world.handed_over(("NYT", w.Role.LEAD), ("CZT", w.Role.CO), points=2)[0].root,
    lambda world: world.working(world.handed_over(points=2)[0]).root,
    lambda world: world.cleared(world.working(world.handed_over(points=2)[0])).handling.root,
    lambda world: world.answered(points=2).root,
    lambda world: co_signed(world),
    lambda world: in_confidence(world),
    lambda world: claimed(world),
    lambda world: offered(world),
    lambda world: in_vain(world),
    lambda world: answered_in_person(world),
    lambda world: entered(world),
    lambda world: signed_on_paper(world),
    lambda world: world.withdrawing(co_signed(world)).root,
    lambda world: followed(world),
    lambda world: fulfilled(world),
    lambda world: answered_again(world),
    lambda world: linked(world),
    lambda world: escalated(world),
    lambda world: conferred(world),
    lambda world: world.sent(world.working(world.handed_to(co_signed(world), ("NYT", w.Role.SOLE))[0])).root,
]

# Some walks set out when a limit has run out.
LATER = {10: 40}


def offered(world):
    """A co-unit's opinion lies on the lead unit's table."""
    lead, helping = world.handed_over(("NYT", w.Role.LEAD), ("CZT", w.Role.CO), points=2)
    world.working(lead)
    return world.advised(helping, "CZT").root


def in_vain(world):
    """The reply is written; the co-unit's opinion will be long overdue when the walk sets out."""
    lead, _ = world.handed_over(("NYT", w.Role.LEAD), ("CZT", w.Role.CO), points=2)
    return world.written(world.working(lead)).root


def answered_in_person(world):
    """Put on record, and not yet signed by the deputy."""
    (task,) = world.handed_over(points=2)
    world.signed(world.working(task))
    return world.replied_orally(again(task)).handling.root


def signed_on_paper(world):
    """The unit has entered the paper that the deputy signed; nobody vouches for it yet."""
    record = OralReply.objects.get(root_id=answered_in_person(world).id)
    office = world.unit("NYT").office
    scan = keep(
        b"%PDF-1.4 signed", name="记录.pdf", kind="pdf", congress=office.congress, owner=office.person
    )
    oral.enter(by=office, on=record, saying=OnPaper("agree", "", "no", (scan.id,)))
    return again(record.root)


def followed(world):
    """Rated, and followed until what was promised is done."""
    return world.rate(world.answered(reply_class="B", points=2)).root


def fulfilled(world):
    """All that was promised is done: the unit has to answer again."""
    row, nyt = Promise.objects.get(root_id=followed(world).id), world.unit("NYT")
    scan = keep(b"done", name="验收.txt", kind="txt", congress=nyt.officer.congress, owner=nyt.officer.person)
    row = promises.reach(by=nyt.officer, on=row, saying=Kept("已经完成", attachments=(scan.id,)))
    return promises.confirm(by=world.deputy, on=promises.verify(by=nyt.office, on=row)).root


def answered_again(world):
    """The second reply is signed; the deputy has the last word."""
    ledger, nyt = Ledger.objects.get(root_id=fulfilled(world).id), world.unit("NYT")
    ledger = promises.answer_again(by=nyt.officer, on=ledger, saying=SecondReply("已经全部完成。"))
    return promises.sign_second(by=nyt.leader, on=ledger).root


def linked(world):
    """The reply is sent, and the office has made a link for the sheet."""
    sheet = world.answered(points=2)
    ratings.issue_link(by=world.clerk, on=sheet)
    return again(sheet.root)


def entered(world):
    """The office has entered a paper form, and the deputy has not looked at it yet."""
    sheet, by = world.answered(points=2), world.clerk
    scan = keep(b"%PDF-1.4 form", name="表.pdf", kind="pdf", congress=by.congress, owner=by.person).id
    said = RatedOnPaper("satisfied", "satisfied", day=clock.today(), attachments=(scan,))
    return again(ratings.enter(by=by, on=sheet, saying=said).root)


def escalated(world):
    """The deputy is dissatisfied a second time."""
    return world.dissatisfied_again(world.rated("dissatisfied", points=2)).root


def conferred(world):
    """It was conferred, and the unit has reported what it did upon it."""
    row, by, nyt = Escalation.objects.get(root_id=escalated(world).id), world.office, world.unit("NYT")
    today = clock.today()
    row = ratings.convene(by=by, on=row, saying=Summoned(today, "会议室", "代表、副厅长"))
    file = keep(b"%PDF-1.4 minutes", name="纪要.pdf", kind="pdf", congress=by.congress, owner=by.person).id
    said = Determined(
        today, "代表、副厅长", "限期明确", "follow", "发布通告", today + timedelta(days=30), (file,)
    )
    row = ratings.determine(by=by, on=row, saying=said)
    file = keep(b"done", name="通告.txt", kind="txt", congress=by.congress, owner=nyt.officer.person).id
    return ratings.reach(by=nyt.officer, on=row, saying=Kept("已发布", attachments=(file,))).root


def claimed(world):
    """Registered, and a unit says that it is its business."""
    case, unit = world.registered(points=2), world.unit("SLT")
    suggestions.claim(by=unit.office, on=Claim.of(case, unit_id=unit.id), saying=Offer(True, "职责相符"))
    suggestions.claim(
        by=world.unit("CZT").office, on=Claim.of(case, unit_id=world.unit("CZT").id), saying=Offer()
    )
    return again(case)


def in_confidence(world):
    """The unit does not know whose suggestion it is; what it has to say to them goes through the office."""
    (task,) = world.handed_over(points=2, confidential=True, confidential_reason="涉及本单位")
    met = Met(
        mode="phone",
        occurred_at=clock.now(),
        deputies=(world.deputy.person,),
        summary="已转告",
        staff="经办人",
    )
    relayed = handlings.relay_contact(by=world.clerk, on=Contact.of(world.routed(task)), saying=met)
    handlings.confirm_contact(by=world.deputy, on=relayed)
    handlings.begin(by=world.unit("NYT").officer, on=again(task))
    return world.written(task).root


def co_signed(world):
    """Registered, with one co-signer: who may be asked, and has a word for the lead."""
    draft = world.draft(points=2)
    world.co_signed(world.invited(draft, "何望川")[0], "何望川")
    return suggestions.register(by=world.clerk, on=suggestions.submit(by=world.deputy, on=again(draft)))


# What no walk can take, and why; everything else must have been taken by some walk.
NOT_WALKED = {
    (
        "suggestion",
        A.ENDORSE,
    ): "the stories' place has no review by delegations (tests/procedure walks every place)",
    ("escalation", A.ASSESS): "the stories' place convenes a meeting (tests/cases play the other ways)",
    ("escalation", A.MEET): "as above",
    ("handling", A.PAUSE): "time is not paused: nobody may, anywhere",
    ("suggestion", A.RENUMBER): "a number is frozen: nobody may, anywhere",
    ("handling", A.FORWARD): "a unit hands nothing on: nobody may, anywhere",
    (
        "batch",
        A.PREPARE,
    ): "a batch is a root of its own (tests/web/congress/test_batches, tests/turn/test_races)",
    ("batch", A.HAND_OVER): "as above",
    ("batch", A.REPORT): "as above",
}


@cache
def walked_over():
    """(track, action) of every command of a case."""
    tracks = [track for track in by_name().values() if track.root in (Suggestion, Batch)]
    return {(track.name, action) for track in tracks for model, action in COMMANDS if model is track.model}


class Walk:
    """One walk of many through one world. `seen`: how often each step was taken, in all of them."""

    # Who takes the step that is being tried.
    speaker: object

    def __init__(self, world, people, seen, number):
        """`number`: the same number is the same walk. Those beyond WALKS search for what nobody has taken yet."""
        self.world, self.people, self.seen, self.number = world, people, seen, number
        self.now, self.cases = clock.moment("2026-01-26"), {}
        self.chance = random.Random(f"{SEED} {number}")

    @property
    def is_searching(self):
        return self.number >= WALKS

    def go(self):
        """Mostly somebody does what waits for them."""
        self.begin()
        for step in range(STEPS):
            if self.is_searching and not self.wanted():
                break
            try:
                self.chance.choices(WAYS, weights=[12, 4, 2, 1, 2, 1, 1])[0](self, self.chance)
            except BaseException as error:
                error.add_note(f"walk {self.number}, step {step}")
                raise
        self.look_over()

    def wanted(self):
        """(track, action) of every command that no walk has taken so far."""
        return walked_over() - set(self.seen) - set(NOT_WALKED)

    def begin(self):
        """Some walks set out from a draft, others from far down the road."""
        with at(self.now):
            self.the_term_will_end()
            start = self.number % len(START)
            self.remember(START[start](self.world))
            if self.chance.random() < 0.3:  # one that another may be merged into
                self.remember(self.world.registered(points=2))
        self.now += timedelta(days=LATER.get(start, 0))

    def the_term_will_end(self):
        """So that what is open can be explained; on the way there it is over for none of the cases."""
        term = Term.objects.get(congress_id=self.world.congress.id)
        if term.until is None:
            said = Lasting(14, date(2023, 1, 14), date(2028, 1, 15))
            parties.change_term(by=self.world.clerk, on=term, saying=said)

    @property
    def scan(self):
        """A paper that somebody has signed, as a picture of it would be kept: brought by whoever speaks."""
        by = self.speaker
        return keep(b"%PDF-1.4 signed", name="记录.pdf", kind="pdf", congress=by.congress, owner=by.person).id

    def remember(self, case):
        self.cases[case.id] = Memory(case)
        self.hold(case.id)

    @property
    def open(self):
        return [number for number, memory in self.cases.items() if memory.stage in ROAD]

    def look_over(self):
        """The product's own check of everything there is."""
        with at(self.now):
            assert not {name: found for name, (_, found) in violations().items() if found}

    # What people do

    def write(self, chance):
        """A deputy writes, some with co-signers; or the office types in what came on paper."""
        if len(self.open) >= 3 or len(self.cases) >= 12:
            return
        by = chance.choice(self.deputies)
        with at(self.now):
            if chance.random() < 0.25:
                said = Entered("关于农机的建议", "丘陵地块小。", ("推广小型农机",), received="2月3日收到")
                return self.take(suggestions.enter, self.world.clerk, self.world.blank(by), chance, said=said)
            hidden = {"confidential": chance.random() < 0.4, "confidential_reason": "涉及本单位"}
            case = self.world.draft(deputy=by, points=2, **hidden)
            for other in chance.sample([d for d in self.deputies if d is not by], chance.choice([0, 1, 2])):
                row = Invitation.of(case, person_id=other.person)
                suggestions.invite(by=by, on=row, saying=Inviting("请阅"))
            self.remember(case)

    def one_step(self, chance):
        """What waits for somebody; what was taken seldom so far is taken rather."""
        under = self.case_under(chance)
        with at(self.now):
            open_ = [
                (by, act)
                for by in self.people
                for subject in invariants.subjects(under)
                for act in acts_at(subject, under, by)
            ]
        duties = [(by, act) for by, act in open_ if act.ready and not act.row.at_will]
        some = duties if duties and chance.random() < 0.75 else open_
        if ("rating", A.OPEN_LINK) not in self.seen and self.links(under):
            return self.by_a_link(chance, under)
        if self.is_searching:
            if self.to_begin(under, chance):
                return self.make(chance, under)
            some = self.that_lead_on(open_) or some
        if not some:
            return self.make(chance)
        rare = [1 / (1 + self.seen[track_of(act.subject).name, act.action]) for _, act in some]
        by, act = chance.choices(some, weights=rare)[0]
        return self.take(COMMANDS[type(act.subject), act.action], by, act.subject, chance)

    def that_lead_on(self, acts):
        """What nobody has done so far, or else what comes nearer to it by the table."""
        ready = [(by, act) for by, act in acts if act.ready]
        wanted = self.wanted()
        return [(by, act) for by, act in ready if self.is_new(act.subject, act.action)] or [
            (by, act)
            for by, act in ready
            if leads_to(act, [action for name, action in wanted if name == track_of(act.subject).name])
        ]

    def is_new(self, subject, action):
        return (track_of(subject).name, action) not in self.seen

    def make(self, chance, under=None):
        """An invitation, a claim, a contact, a request: made by whoever would make it."""
        under = under or self.case_under(chance)
        new = self.beginnings(under, chance)
        open_ = self.that_may_begin(new, under)
        some = open_ if open_ and chance.random() < 0.7 else new
        if self.is_searching:
            some = [each for each in open_ if self.is_new(*each[:2])] or some
        rare = [(1 + self.seen[track_of(subject).name, action]) ** -0.5 for subject, action, _ in some]
        subject, action, by = chance.choices(some, weights=rare)[0]
        self.take(COMMANDS[type(subject), action], by, subject, chance)

    def to_begin(self, under, chance):
        """What nobody has begun yet and somebody may now."""
        new = [each for each in self.beginnings(under, chance) if self.is_new(*each[:2])]
        return self.that_may_begin(new, under)

    def that_may_begin(self, new, under):
        """Each as often as it stands there; looked at once."""
        may = {}
        for each in new:
            if id(each) not in may:
                may[id(each)] = self.may_begin(each, under)
        return [each for each in new if may[id(each)]]

    def beginnings(self, under, chance):
        case, tasks = under.root, under.all(Handling)
        lead = next(by for by in self.deputies if by.person == case.lead_id)
        unit = chance.choice(self.units)
        new = [
            (Invitation.of(case, person_id=chance.choice(self.deputies).person), A.INVITE, lead),
            (Claim.of(case, unit_id=unit.id), A.CLAIM, unit.office),
            *([(Withdrawal.of(case), A.ASK, lead)] if chance.random() < 0.4 else []),
            (Plea(congress_id=case.congress_id, root_id=case.id, asked_by_id=case.lead_id), A.ASK, lead),
        ]
        for task in tasks:
            house = next(unit for unit in self.units if unit.id == task.unit_id)
            by, action = (self.world.clerk, A.RELAY) if case.confidential else (house.officer, A.RECORD)
            new += [(Contact.of(task), action, by)] * 4 + [(Return.of(task), A.ASK, house.office)]
            new += [(Negotiation.of(task), A.NEGOTIATE, house.office)]
            by, action = (self.world.clerk, A.RELAY) if case.confidential else (house.officer, A.PUT_DOWN)
            new += [(OralReply.of(task), action, by)] * 2
            new += [(Extension.of(task), A.ASK, house.office), (Plan.of(task), A.PLAN, house.officer)]
        pairs = [(a, b) for a in tasks for b in tasks if answers_beside(a, b)]
        for lead, helping in pairs:
            house = next(unit for unit in self.units if unit.id == lead.unit_id)
            new += [(Waiver.between(lead, helping), A.ASK, house.officer)] * 4
        for plan in under.all(Plan):
            house = next(unit for unit in self.units if unit.id == plan.handling.unit_id)
            new += [(Milestone.in_plan(plan), A.SET, house.officer)] * 4
        for row in under.all(Collective):
            house = next(unit for unit in self.units if unit.id == row.handling.unit_id)
            new += [(Charge.by(row), A.RESOLVE, house.office)] * 2
        for paper in under.all(Paper):
            house = next(unit for unit in self.units if unit.id == paper.handling.unit_id)
            new += [(Consultation.about(paper), A.SHOW, house.officer)] * 3
            new += [(Consultation.about(paper), A.EXEMPT, house.officer)]
            new += [(Collective.about(paper), A.DECIDE, house.office)] * 2
            new += [
                (Remark.about(paper), A.REMARK, chance.choice([house.head, house.leader, house.office]))
            ] * 2
        new += [
            (View.of(case, paper_id=p.id, person_id=by.person), A.GIVE, by)
            for p in under.all(Paper)
            for by in self.deputies
        ]
        return new

    def may_begin(self, each, under):
        subject, action, by = each
        with at(self.now):
            acts = acts_at(subject.come_home(under), under, by)
        return any(act.ready and act.action is action for act in acts)

    def somebody_tries(self, chance):
        """Anybody, anything, on any subject: nearly always refused, and then nothing has happened."""
        under = self.case_under(chance)
        subject = chance.choice(invariants.subjects(under))
        some = [command for (model, _), command in COMMANDS.items() if model is type(subject)]
        self.take(chance.choice(some), chance.choice(self.people), subject, chance)

    def an_old_page_is_sent(self, chance):
        under = self.case_under(chance)
        subject = chance.choice(invariants.subjects(under))
        some = [command for (model, _), command in COMMANDS.items() if model is type(subject)]
        self.take(chance.choice(some), chance.choice(self.people), subject, chance, seen=subject.version + 1)

    def links(self, under):
        return list(RatingLink.objects.filter(root_id=under.root.id).order_by("id"))

    def by_a_link(self, chance, under=None):
        """Whoever holds a link: on one device or another, opening or rating; also by one that is good no more."""
        under = under or self.case_under(chance)
        rows = self.links(under)
        if not rows:
            return
        first = ("rating", A.OPEN_LINK) not in self.seen
        link = rows[-1] if first else chance.choice(rows)
        sheet = under.get(Sheet, link.sheet_id)
        device = "d1" if first else chance.choice(["d1", "d1", "d1", "d2", ""])
        by = Actor(
            sheet.rater_id,
            "持链接的人",
            sheet.congress_id,
            device=device,
            ticket=Ticket(sheet.id, link.digest),
        )
        on = sheet if first else chance.choice([sheet] * 5 + [chance.choice(under.all(Sheet))])
        self.take(
            ratings.open_link if first else chance.choice([ratings.open_link, ratings.rate]), by, on, chance
        )

    def time_passes(self, chance):
        self.now += timedelta(days=chance.choice([0, 0, 1, 3, 8, 20]), hours=chance.randint(0, 12))
        with at(self.now):
            self.days_are_announced()
            tick_all()
            cadence.tick_all()
            assert tick_all() == 0, "a second tick finds nothing"
            assert cadence.tick_all() == 0, "a list is taken once"
        self.hold(*self.cases)

    def days_are_announced(self):
        """In autumn, for the year to come: what is running then is computed again."""
        year = self.now.year + 1
        if self.now.month < 11 or year in days_of(self.world.congress.id).covered:
            return
        row = Arrangement(congress_id=self.world.congress.id, root_id=self.world.congress.id)
        said = Arranging(
            year, f"{year}-01-01 至 {year}-01-05\n{year}-05-01 至 {year}-05-09", "", "国办发明电（虚构）"
        )
        parties.announce(by=self.world.clerk, on=row, saying=said)

    # Holding it against what must be

    def case_under(self, chance):
        among = self.open if self.open and chance.random() < 0.9 else sorted(self.cases)
        return Still(invariants.fresh(Suggestion.objects.get(id=chance.choice(among))).root)

    def take(self, command, by, subject, chance, seen=None, said=None):
        self.speaker = by
        said = said or words(command.says, subject, self, chance)
        before = touched()
        try:
            with at(self.now):
                done = command(by=by, on=subject, saying=said, seen=seen)
        except Refused as refusal:
            assert refusal.code and refusal.reasons
            assert all(reason.endswith("。") for reason in refusal.reasons), refusal.reasons
            assert touched() == before, "a refusal left something behind"
            self.seen["refused"] += 1
            return
        assert touched() > before, "the watch sees what is written"
        self.seen[track_of(done).name, command.action] += 1
        assert seen is None, "an old page went through"
        self.cases.setdefault(done.root_number, Memory(Suggestion.objects.get(id=done.root_number)))
        self.hold(
            *(self.cases if command.action is A.MERGE else [done.root_number]),
            reader=chance.choice(self.people),
        )

    def hold(self, *numbers, reader=None):
        """Of the cases that were touched. A refusal has left every row as it was: then there is nothing to look at."""
        with at(self.now):
            for number in numbers:
                under = invariants.check(Suggestion.objects.get(id=number))
                self.cases[number].look(under)
                if reader is not None:
                    invariants.each_reads_what_is_theirs(under.root, reader, under)
        given = (
            Suggestion.objects.exclude(number=None)
            .order_by()
            .values("between")
            .annotate(
                first=Min("number"),
                last=Max("number"),
                all=Count("number"),
                different=Count("number", distinct=True),
            )
        )
        for row in given:
            assert row["first"] == 1 and row["last"] == row["all"] == row["different"], (
                "numbers run without a gap"
            )

    @property
    def deputies(self):
        return [self.world.a_deputy(name) for name in ("周知远", "何望川", "陆怀谷")]

    @property
    def units(self):
        return [self.world.unit(name) for name in ("NYT", "SLT", "CZT")]


WAYS = [
    Walk.one_step,
    Walk.make,
    Walk.somebody_tries,
    Walk.an_old_page_is_sent,
    Walk.time_passes,
    Walk.write,
    Walk.by_a_link,
]


@pytest.fixture
def numbered(monkeypatch):
    """Rows are numbered the same in every run, so that the same seed is the same walk; no world of other numbers is kept."""
    monkeypatch.setattr(remembered, "MADE", {})
    began = 1_795_000_000 * 10**9
    monkeypatch.setattr(ids, "time_ns", count(began, 1_000_000).__next__)
    monkeypatch.setattr(ids, "randbits", lambda bits: 0)


@pytest.mark.django_db
def test_whatever_people_do_everything_holds(numbered):
    """Twenty walks; then a few more, until every action there is has been taken by somebody."""
    random.seed(SEED)
    world, seen = World(), Counter()
    people = everybody(world)
    keep_a_rhythm(world)
    watch()
    for number in range(WALKS + ADDED * WALKS * FAR):
        walk = Walk(world, people, seen, number)
        if walk.is_searching:
            print(number, "searches for", sorted(f"{track}.{action}" for track, action in walk.wanted()))
            if not walk.wanted():
                break
        walk.go()
    taken = {key: times for key, times in seen.items() if isinstance(key, tuple)}
    print(
        f"\n{walk.number + (not walk.is_searching)} walks, {sum(taken.values())} steps taken, {seen['refused']} refused"
    )
    assert not (FAR and walk.wanted()), "the walks come far enough to mean something"
    assert not set(taken) & set(NOT_WALKED) and set(NOT_WALKED) <= walked_over()


def keep_a_rhythm(world):
    """A list every second day, urging on Fridays, the figures of each month: taken as time passes."""
    said = UnitRules(dispatch_every=2, dispatch_from=date(2026, 1, 20), urging_day="5", assess_monthly=True)
    with at("2026-01-20"):
        parties.set_rules(by=world.unit("NYT").office, on=world.unit("NYT").organisation, saying=said)


def everybody(world):
    houses = [world.unit(name) for name in ("NYT", "SLT", "CZT")]
    deputies = [world.a_deputy(name) for name in ("周知远", "何望川", "陆怀谷")]
    inside = [
        by for unit in houses for by in (unit.office, unit.leader, unit.head, unit.officer, unit.principal)
    ]
    stand_in = world.stands_in(houses[0].leader, "代行人", "2028-01-01")
    delegation = world.person("团里的人", (world.delegation, Duty.DELEGATION_CLERK))
    return [*deputies, *inside, world.clerk, world.office, world.head, stand_in, delegation]
