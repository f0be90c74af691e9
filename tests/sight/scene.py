"""A small province full of secrets: every text that not everybody may read carries a word of its own, and beside it
stands who may read it. The matrix is that of the security targets, the stories win where they differ."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from unittest.mock import patch

from django.test import Client

from build import World, again, at
from circulating import Circulars, phrasing
from jianyi.cadence import due as cadence
from jianyi.cases.commands import (
    batches,
    between,
    handlings,
    ideas,
    inside,
    oral,
    papers,
    past,
    plans,
    promises,
    ratings,
    remarks,
    suggestions,
)
from jianyi.cases.facts import candidates
from jianyi.cases.models import (
    Attachment,
    Charge,
    Claim,
    Collective,
    Consultation,
    Contact,
    Escalation,
    Handling,
    Idea,
    Invitation,
    Ledger,
    Milestone,
    Negotiation,
    OralReply,
    Paper,
    Past,
    Plan,
    Promise as Followed,
    RatingLink,
    Remark,
    Return,
    Sheet,
    Suggestion,
    View,
    Waiver,
)
from jianyi.cases.models.handlings import OVER
from jianyi.circulars.commands import circulars
from jianyi.circulars.models import Push
from jianyi.circulars.pushing import named
from jianyi.documents.store import keep
from jianyi.fieldwork.commands import meetings, schemes
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import Guest, Resolution
from jianyi.kit import clock
from jianyi.outcomes.commands import outcomes as credits, publicity as press
from jianyi.outcomes.fresh import fresh as credited
from jianyi.outcomes.models import Link
from jianyi.parties import commands as parties, facts
from jianyi.parties.models import Person, Term
from jianyi.parties.signing import digest
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import (
    Answer,
    Answering,
    Arguing,
    AskedReturn,
    Attaching,
    Attending,
    Basis,
    Because,
    Calling,
    Changing,
    Charging,
    Clearing,
    Confirming,
    Correcting,
    CoSigning,
    Crediting,
    Determined,
    Document,
    Exempting,
    Finding,
    Grouping,
    Helping,
    Inviting,
    Jotting,
    Kept,
    Lasting,
    Leave,
    Marked,
    Met,
    Minuting,
    Naming,
    NotTaken,
    Offer,
    OnPaper,
    Opinion,
    Phone,
    Planning,
    Pleading,
    Progressing,
    Promise,
    Raising,
    Rated,
    RatedOnPaper,
    Reaching,
    Read,
    Reassigning,
    Receipt,
    Remarking,
    Replied,
    Reported,
    Resolving,
    Scheming,
    Setting,
    SharedText,
    Spoken,
    Striking,
    Studying,
    Summoned,
    Text,
    UnitRules,
    Units,
    Unlinking,
    Verdict,
    Waiving,
)
from jianyi.procedure.facts.said.topics import Supervising
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.publication.commands import publishing
from jianyi.publication.models import Publication
from jianyi.registers import layouts
from jianyi.registers.commands import notes as jotted
from jianyi.registers.fresh import fresh as noted
from jianyi.supervision.commands import helps, measures, pleas
from jianyi.supervision.fresh import fresh as about_supervision
from jianyi.themes.commands import problems, themes
from jianyi.themes.fresh import fresh as grouped
from jianyi.themes.models import Member, Problem
from jianyi.topics.commands import topics, visits
from jianyi.turn import buffers
from jianyi.web.middleware import stamp
from pictures import png
from roads import NOT_OURS
from supervising import Topics
from urging import Urgings


HOUSE = ("office", "leader", "head", "officer", "principal")
OFFICE = {"clerk", "office", "committee"}
UNITS = {"NYT": HOUSE, "JTT": HOUSE, "CZT": ("office", "officer"), "SLT": ("office", "leader")}
NYT, JTT, CZT, SLT = ({f"{unit}.{who}" for who in inside} for unit, inside in UNITS.items())
WHOLE = {"office", "leader", "principal"}
CLAIMING = {f"{unit}.office" for unit in ("NYT", "JTT", "CZT", "SLT")}
PROPOSERS = {"lead", "signer"}
NOBODY = "anonymous"
# Of a link to a sheet, which whoever holds it may open without signing in.
TOKEN = "known-to-the-crawl"
ELSEWHERE = {f"elsewhere.{who}" for who in ("clerk", "office", "deputy", "admin")}


@dataclass(frozen=True)
class Secret:
    """`word`: the canary; `readers`: exactly those roles who come across it somewhere."""

    name: str
    word: str
    readers: frozenset[str]


def beside() -> World:
    """A second congress in the same house; the rule that there is one only is left aside for its founding alone."""
    with patch.object(facts, "Congress") as nobody:
        nobody.objects.exclude.return_value.count.return_value = 0
        return World()


def an_administrator(world: World) -> Actor:
    """One who can sign in: the first of a small world has no password."""
    with at("2026-01-20"):
        return world.person("系统管理员乙", (world.committee, Duty.ADMINISTRATOR))


@dataclass
class Scene:
    world: World = field(default_factory=World)
    elsewhere: World = field(default_factory=lambda: beside())
    secrets: dict[str, Secret] = field(default_factory=dict)
    roles: dict[str, Actor | None] = field(default_factory=dict)
    imported: int = 0
    government: Any = None

    def __post_init__(self) -> None:
        with at("2026-01-20"):
            self._people()
        for case in (
            self._a_draft, self._handed_in, self._not_taken, self._sent_back, self._proposed, self._at_work,
            self._in_one_batch, self._return_prepared, self._without_an_opinion, self._negotiating, self._answered,
            self._entered, self._heard_again,
            self._confidential, self._handed_on, self._withdrawing, self._import, self._past, self._coming_meeting,
            self._settled_meeting, self._schemes, self._grouped, self._topical, self._outcomes, self._circulars, self._listed, self._supervised,
            self._another_congress,
        ):  # fmt: skip
            case()
        with at(NOW):
            self._at_the_gate()

    def word(self, name: str, *readers: set[str]) -> str:
        """A canary with characters from outside the first plane; they survive every encoding or are missed."""
        word = f"{MARK}{len(self.secrets):03d}㐂𬺈"
        self.secrets[name] = Secret(name, word, frozenset(set().union(*readers)))
        return word

    def seen_by(self, role: str) -> set[str]:
        return {secret.name for secret in self.secrets.values() if role in secret.readers}

    def browser(self, role: str) -> Client:
        client, by = Client(raise_request_exception=False), self.roles[role]
        if by is not None:
            session = client.session
            session["person"], session["since"] = by.person, stamp(Person.objects.get(id=by.person))
            session.save()
        return client

    def _people(self) -> None:
        world = self.world
        government = self.government = world.organisation("省政府办公厅", Kind.GOVERNMENT_OFFICE)
        self.hidden = world.a_deputy(self.word("hidden name", OFFICE, {"hidden", "admin"}))
        self.roles = {
            "lead": world.deputy, "signer": world.a_deputy("何望川"), "invited": world.a_deputy("陆怀谷"),
            "other": world.a_deputy("沈秋白"), "hidden": self.hidden,
            "delegation": world.person("团里的人", (world.delegation, Duty.DELEGATION_CLERK)),
            "clerk": world.clerk, "office": world.office, "committee": world.head,
            "government": world.person("督查", (government, Duty.GOVERNMENT_CLERK)),
            "admin": an_administrator(world),
        }  # fmt: skip
        self.topics = Topics(world)
        another = world.organisation("农业委", Kind.SPECIAL, short="农业委")
        self.roles |= {
            "special": self.topics.member,
            "special.other": world.person("另一专委", (another, Duty.MEMBER)),
        }
        for unit, house in UNITS.items():
            self.roles |= {f"{unit}.{who}": getattr(world.unit(unit), who) for who in house}
        with at("2026-01-21"):
            self._phones()

    def _phones(self) -> None:
        own = self.word("lead's phone", OFFICE, NYT, JTT, {"lead", "admin", "government", "CZT.office"})
        hidden = self.word("hidden phone", OFFICE, {"hidden", "admin"})
        for by, phone in ((self.world.deputy, own), (self.hidden, hidden)):
            parties.change_person(
                by=self.world.admin, on=Person.objects.get(id=by.person), saying=Phone(phone)
            )

    # The cases, each at a stage of its own

    def _a_draft(self) -> None:
        """Written, one invited: nobody else knows of it."""
        readers, world = {"lead", "invited"}, self.world
        with at("2026-01-25"):
            case = world.draft(
                title=self.word("draft's title", readers), situation=self.word("draft's situation", readers)
            )
            self._attach(case, 0, self.word("draft's file", readers))
            row = Invitation.of(case, person_id=world.a_deputy("陆怀谷").person)
            suggestions.invite(by=world.deputy, on=row, saying=Inviting(self.word("explanation", readers)))
            typed = {"situation": [self.word("unsent text", {"lead"})]}
            buffers.keep(f"suggestion-{case.id}", typed, 0, by=world.deputy)

    def _handed_in(self) -> None:
        with at("2026-01-26"):
            case = self._co_signed(self.world.draft(title=self.word("submitted title", OFFICE, PROPOSERS)))
            suggestions.submit(by=self.world.deputy, on=again(case))

    def _co_signed(self, case, note=""):
        (invitation,) = self.world.invited(case, "何望川")
        suggestions.co_sign(by=self.world.a_deputy("何望川"), on=invitation, saying=CoSigning(True, note))
        return again(case)

    def _not_taken(self) -> None:
        with at("2026-01-27"):
            said = NotTaken(self.word("turned down because", OFFICE, {"lead"}), ("not_suggestion",))
            suggestions.turn_down(by=self.world.clerk, on=self.world.submitted(), saying=said)

    def _sent_back(self) -> None:
        with at("2026-01-27"):
            said = Because(self.word("sent back because", {"lead"}))
            suggestions.send_back(by=self.world.clerk, on=self.world.submitted(), saying=said)

    def _proposed(self) -> None:
        """Open to claims: the offices of all units read it; whom the office has in mind they do not."""
        world = self.world
        with at("2026-02-10"):
            case = world.registered(title=self.word("open to claims", OFFICE, CLAIMING, {"lead"}))
            unit = world.unit("CZT")
            said = Offer(True, self.word("claim", OFFICE, {"CZT.office"}))
            suggestions.claim(by=unit.office, on=Claim.of(case, unit_id=unit.id), saying=said)
            naming = Naming(world.unit("NYT").id, Role.SOLE, self.word("proposed scope", OFFICE))
            suggestions.propose(
                by=world.clerk, on=again(case), saying=Units((naming,), self.word("proposal note", OFFICE))
            )

    def _at_work(self) -> None:
        """One leads, one helps; both are writing, and something was sent back at a desk."""
        world, everybody = self.world, OFFICE | PROPOSERS | NYT | JTT | {"government"}
        with at("2026-02-12"):
            draft = world.draft(title=self.word("title at work", everybody))
            case = self._co_signed(draft, self.word("co-signer's note", OFFICE, PROPOSERS))
            case = suggestions.register(by=world.clerk, on=suggestions.submit(by=world.deputy, on=case))
        with at("2026-02-26"):
            note = Units(
                tuple(Naming(world.unit(name).id, role, "部分") for name, role in (("NYT", Role.LEAD), ("JTT", Role.CO))),
                self.word("note of what was handed over", OFFICE),
            )  # fmt: skip
            suggestions.hand_over(by=world.head, on=suggestions.propose(by=world.clerk, on=case, saying=note))
            lead, helping = Handling.objects.filter(root_id=case.id).order_by("role").reverse()
        with at("2026-02-27"):
            self._inside_the_lead(lead)
            self._inside_the_helper(helping)

    def _in_one_batch(self) -> None:
        """Two units in one batch: notices and lists tell each what is its own, and the officers nothing before it is routed."""
        world, known = self.world, OFFICE | {"lead", "government"}
        with at("2026-02-26"):
            jtt, nyt = ({f"{unit}.{who}" for who in WHOLE} for unit in ("JTT", "NYT"))
            title = self.word("listed for two", known, jtt, {"CZT.office"})
            both = world.proposed(("JTT", Role.LEAD), ("CZT", Role.CO), title=title)
            other = world.proposed(("NYT", Role.SOLE), title=self.word("listed for another", known, nyt))
            batches.hand_over(by=world.head, on=world.batch(both, other))

    def _inside_the_lead(self, task: Handling) -> None:
        world, unit = self.world, self.world.unit("NYT")
        note = Receipt("complete", "some", self.word("objection", OFFICE, NYT))
        task = handlings.acknowledge(by=unit.office, on=task, saying=note)
        task = handlings.route(by=unit.office, on=task, saying=unit.team)
        met = OFFICE | PROPOSERS | NYT | {"government"}
        said = Met(
            "before", "phone", clock.now(), "", (world.deputy.person,), (), "经办人", self.word("talk", met),
            self.word("deputy's view", met), self.word("golden idea", met),
            photographs=self._brought(unit.officer, self.word("photograph of the talk", met)),
        )  # fmt: skip
        contact = handlings.record_contact(by=unit.officer, on=Contact.of(task), saying=said)
        told = Confirming(self.word("addition", met))
        handlings.confirm_contact(by=world.deputy, on=contact, saying=told)
        idea = Idea.objects.get(contact_id=contact.id)
        told = Studying(self.word("how an idea is studied", met))
        ideas.study(by=unit.officer, on=idea, saying=told)
        task = handlings.begin(by=unit.officer, on=again(task))
        told = Planning(
            self.word("plan's tasks", NYT),
            self.word("plan's safeguards", NYT),
            (Answer(1, self.word("plan's view of a point", NYT)),),
        )
        plan = plans.draw_up(by=unit.officer, on=Plan.of(task), saying=told)
        paper = Paper.objects.get(handling_id=task.id)
        text = self._text("draft reply", NYT)
        text = replace(text, answers=(replace(text.answers[0], text=f"继续加强{text.answers[0].text}"),))
        paper = papers.write(by=unit.officer, on=paper, saying=text)
        (no, seems), *_ = candidates(paper)
        said = Striking(no, seems.item, self.word("why it promises nothing", NYT))
        paper = papers.strike(by=unit.officer, on=paper, saying=said)
        met = world.decision(
            "NYT", date(2026, 2, 27), note=self.word("leadership's decision", NYT), digest=paper.digest,
            observers=self.word("who else sat there", NYT), where=self.word("where the leadership met", NYT),
        )  # fmt: skip
        row = inside.decide(by=unit.office, on=Collective.about(paper), saying=met)
        told = Charging(self.word("leadership's charge", NYT), unit.officer.person, date(2026, 3, 20))
        charge = inside.charge(by=unit.office, on=Charge.by(row), saying=told)
        shows = self._brought(unit.officer, self.word("what shows a charge done", NYT))
        inside.reach_charge(by=unit.officer, on=charge, saying=Reaching(self.word("charge done", NYT), shows))
        self._planned(plan, unit)
        said = Exempting(
            self.word("why not shown", NYT),
            self._brought(unit.officer, self.word("letter of the deputy", NYT)),
        )
        inside.exempt(by=unit.officer, on=Consultation.about(paper), saying=said)
        self._remarked(paper, "NYT", NYT)
        self._attach(task.root, unit.id, self.word("file inside", NYT))
        typed = {"opening": [self.word("unsent reply", {"NYT.officer"})]}
        with at("2026-02-28"):
            buffers.keep(f"paper-{paper.id}", typed, 0, by=unit.officer)

    def _planned(self, plan: Plan, unit: Any) -> None:
        """A milestone, reached, with what shows it."""
        said = Setting(self.word("milestone", NYT), date(2026, 3, 20), unit.officer.person)
        row = plans.set_milestone(by=unit.officer, on=Milestone.in_plan(plan), saying=said)
        shows = self._brought(unit.officer, self.word("what shows a milestone", NYT))
        plans.reach(by=unit.officer, on=row, saying=Reaching(self.word("milestone reached", NYT), shows))

    def _inside_the_helper(self, task: Handling) -> None:
        self.world.working(task, "JTT")
        paper = Paper.objects.get(handling_id=task.id)
        text = Text((Answer(1, self.word("draft opinion", JTT), ""),))
        paper = papers.write(by=self.world.unit("JTT").officer, on=paper, saying=text)
        self._remarked(paper, "JTT", JTT)

    def _remarked(self, paper: Paper, name: str, readers: set[str]) -> None:
        """One open, one answered and insisted upon: each word of it stays in the house."""
        unit = self.world.unit(name)
        for by in (unit.head, unit.leader):
            said = Remarking(0, "", self.word(f"{name} {by.name}'s remark", readers))
            row = remarks.remark(by=by, on=Remark.about(again(paper)), saying=said)
        told = Answering(self.word(f"{name}'s answer to a remark", readers))
        row = remarks.answer(by=unit.officer, on=row, saying=told)
        why = Because(self.word(f"why {name} insists on a remark", readers))
        remarks.insist(by=unit.leader, on=row, saying=why)

    def _text(self, name: str, *readers: set[str]) -> Text:
        words = [self.word(f"{name}: {part}", *readers) for part in ("opening", "answer", "closing")]
        more = [self.word(f"{name}: {part}", *readers) for part in ("measure", "promise", "basis")]
        return Text(
            (Answer(1, words[1], "adopted", more[0]),), "A", words[0], words[2],
            promises=(Promise(1, more[1], date(2027, 3, 1)),), bases=(Basis(more[2]),),
        )  # fmt: skip

    def _return_prepared(self) -> None:
        """Wanted by the unit's office, not yet approved by its leader: the unit's own business."""
        with at("2026-02-26"):
            (task,) = self.world.handed_over(("JTT", Role.SOLE))
        with at("2026-02-27"):
            inside = {f"JTT.{who}" for who in WHOLE}
            said = AskedReturn(
                self.word("return reason", inside) + NOT_OURS, self.word("return basis", inside),
                self.world.unit("NYT").id, "agreed",
            )  # fmt: skip
            handlings.ask_return(by=self.world.unit("JTT").office, on=Return.of(task), saying=said)

    def _without_an_opinion(self) -> None:
        """JTT's opinion is overdue: NYT asks to go on without it, once undecided, once with leave."""
        world, inside = self.world, OFFICE | NYT | JTT | {"government"}
        with at("2026-01-28"):
            pairs = [world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO)) for _ in range(2)]
            for lead, helping in pairs:
                world.working(lead), world.routed(helping, "JTT")
        with at("2026-03-02"):
            office = world.unit("NYT").office
            said = Waiving(self.word("what was tried", inside), self.word("why it is missing", inside))
            between.ask_waiver(by=office, on=Waiver.between(*map(again, pairs[0])), saying=said)
            told = inside | {"lead"}
            said = Waiving(
                self.word("what was tried, granted", inside), self.word("why it was missing", told)
            )
            row = between.ask_waiver(by=office, on=Waiver.between(*map(again, pairs[1])), saying=said)
            between.grant_waiver(by=world.office, on=row, saying=Leave(self.word("why they may", told)))

    def _negotiating(self) -> None:
        """NYT handles it and talks with SLT, which has no part in it: SLT reads the suggestion and the talk."""
        world, sides = self.world, OFFICE | {"NYT.office", "NYT.leader", "NYT.principal"} | SLT
        with at("2026-02-26"):
            title = self.word("title of what is talked about", sides | {"lead", "government"})
            (task,) = world.handed_over(("NYT", Role.SOLE), title=title)
        with at("2026-02-27"):
            said = Raising(
                "handling", world.unit("SLT").id, self.word("one side's argument", sides), self.word("proposal", sides)
            )  # fmt: skip
            row = between.negotiate(by=world.unit("NYT").office, on=Negotiation.of(task), saying=said)
            said = Arguing(self.word("other side's argument", sides), self.word("counter", sides))
            row = between.argue(by=world.unit("SLT").office, on=row, saying=said)
            row = between.put_up(by=world.unit("SLT").office, on=row)
            said = Verdict("otherwise", self.word("decision between them", sides))
            between.mediate(by=world.office, on=row, saying=said)

    def _answered(self) -> None:
        """Sent, seen by the co-signer who has a word for the lead, rated."""
        world, unit = self.world, self.world.unit("NYT")
        readers = OFFICE | PROPOSERS | NYT | {"government"}
        with at("2026-02-12"):
            case = self._co_signed(world.draft())
            case = suggestions.register(by=world.clerk, on=suggestions.submit(by=world.deputy, on=case))
        with at("2026-02-26"):
            (task,) = world.handed_to(again(case), ("NYT", Role.SOLE))
            task = world.working(task)
            paper = self._given(task, unit, "sent reply", readers)
            self._said_in_person(again(task), readers)
        with at("2026-03-02"):
            view = View.of(again(case), paper_id=paper.id, person_id=world.a_deputy("何望川").person)
            papers.give_view(
                by=world.a_deputy("何望川"), on=view, saying=Opinion(self.word("view", PROPOSERS))
            )
            sheet = Sheet.objects.get(paper_id=paper.id)
            said = Rated(
                "satisfied",
                "basically_satisfied",
                self.word("rating", readers),
                "part",
                "agree",
                "agree",
                self.word("rating of co-signers", readers),
            )
            papers.rate(by=world.deputy, on=sheet, saying=said)
            self._followed(paper, readers)
            self._made_public(paper)

    def _entered(self) -> None:
        """A paper form that waits for its deputy, who objected to the one before; and a link that nobody has opened."""
        readers = OFFICE | {"lead"}
        with at("2026-03-02"):
            sheet, clerk = self.world.answered(), self.world.clerk
            scan = self._brought(clerk, self.word("scan of a paper form", readers))
            said = RatedOnPaper(
                "satisfied",
                "satisfied",
                self.word("entered from paper", readers),
                day=date(2026, 3, 2),
                attachments=scan,
            )
            row = ratings.enter(by=clerk, on=sheet, saying=said)
            why = Because(self.word("why it is not so", readers))
            row = ratings.dispute(by=self.world.deputy, on=row, saying=why)
            row = ratings.enter(by=clerk, on=row, saying=said)
            other = self.world.answered()
            ratings.issue_link(by=clerk, on=other)
            RatingLink.objects.update(digest=digest(TOKEN))

    def _heard_again(self) -> None:
        """Dissatisfied a second time: what was determined is for both sides, and for nobody else."""
        readers = OFFICE | NYT | {"lead", "government"}
        with at("2026-03-02"):
            first = self.world.rated("dissatisfied")
            self.world.dissatisfied_again(first)
            row, by = Escalation.objects.get(root_id=first.root_id), self.world.office
            said = Summoned(
                date(2026, 3, 2),
                self.word("where they meet", readers),
                "代表、副厅长",
                self.word("what about", readers),
            )
            row = ratings.convene(by=by, on=row, saying=said)
            minutes = self._brought(by, self.word("minutes of it", readers))
            said = Determined(
                date(2026, 3, 2), self.word("who was there", readers), self.word("what was determined", readers), "follow",
                self.word("what the unit must do", readers), date(2026, 6, 1), minutes,
            )  # fmt: skip
            ratings.determine(by=by, on=row, saying=said)

    def _followed(self, paper: Paper, readers: set[str]) -> None:
        """What is told of the promises is for whoever reads the reply; a change that is not signed is the unit's own."""
        unit = self.world.unit("NYT")
        ledger = Ledger.objects.get(paper_id=paper.id)
        told = Progressing(self.word("progress of the promises", readers))
        ledger = promises.tell(by=unit.officer, on=ledger, saying=told)
        told = Progressing(self.word("what the deputy says to it", readers))
        promises.respond(by=self.world.deputy, on=ledger, saying=told)
        term = Term.objects.get(congress_id=self.world.congress.id)
        parties.change_term(
            by=self.world.clerk, on=term, saying=Lasting(14, date(2023, 1, 14), date(2028, 1, 15))
        )
        row = Followed.objects.get(paper_id=paper.id)
        told = Progressing(self.word("why a promise is open at the end of the term", readers))
        promises.explain(by=unit.officer, on=row, saying=told)
        why = self.word("why a promise should change", NYT)
        said = Changing(why, self.word("what it should be", NYT), date(2027, 6, 1))
        promises.change(by=unit.officer, on=Followed.objects.get(paper_id=paper.id), saying=said)

    def _made_public(self, paper: Paper) -> None:
        """A summary that everybody reads; why it is one, and what was taken out of it, stay in the house."""
        unit, inside = self.world.unit("NYT"), NYT | OFFICE
        everybody = {*self.roles, NOBODY, *ELSEWHERE}
        out = self.word("taken out before it was published", inside)
        summary = f"{self.word('published summary', everybody)}，{out}。"
        row = Publication.objects.get(paper_id=paper.id)
        said = Clearing("summary", self.word("why only a summary", inside), summary, added=())
        row = publishing.write(by=unit.officer, on=row, saying=said)
        marks = tuple(Marked(no, "redact") for no in range(1, len(row.marks) + 1))
        said = Clearing("summary", said.reason, summary, marks, (out,))
        row = publishing.write(by=unit.officer, on=row, saying=said)
        row = publishing.check(by=unit.office, on=publishing.present(by=unit.officer, on=row))
        publishing.publish(by=self.world.clerk, on=row)

    def _said_in_person(self, task: Handling, readers: set[str]) -> None:
        """Put on record by the unit, signed by the deputy on paper, entered by the office."""
        world, unit = self.world, self.world.unit("NYT")
        said = Spoken(
            clock.now(), self.word("where it was said", readers), unit.leader.person, (world.deputy.person,),
            (Answer(1, self.word("what was said in person", readers)),), f"{self.word('promise', readers)} = 2026-09-30",
        )  # fmt: skip
        row = oral.put_down(by=unit.officer, on=OralReply.of(task), saying=said)
        file = keep(
            "签名原件".encode(), name=f"{self.word('signed paper', readers)}.txt", kind="txt",
            congress=world.congress.id, owner=world.clerk.person,
        )  # fmt: skip
        told = OnPaper("partly", self.word("what the deputy wrote", readers), "yes", (file.id,))
        oral.enter(by=world.clerk, on=row, saying=told)

    def _given(self, task: Handling, unit, name: str, readers: set[str]) -> Paper:
        """A reply that was sent back once, then went out."""
        paper = Paper.objects.get(handling_id=task.id)
        paper = papers.write(by=unit.officer, on=paper, saying=self._text(f"{name}, first draft", set()))
        paper = papers.present(by=unit.officer, on=paper)
        paper = papers.send_back(by=unit.head, on=paper, saying=Because(self.word(f"{name}: remark", NYT)))
        paper = papers.write(by=unit.officer, on=paper, saying=self._text(name, readers))
        said = Remarking(0, "", self.word(f"{name}: remark on what was sent", NYT))
        remarks.remark(by=unit.head, on=Remark.about(paper), saying=said)
        paper = papers.present(by=unit.officer, on=paper)
        paper = papers.pass_(by=unit.head, on=paper, saying=Read())
        paper = papers.pass_(by=unit.office, on=paper, saying=Read())
        name = next(name for name, known in self.world.units.items() if known is unit)
        paper = papers.sign(by=unit.leader, on=self.world.agreed(again(paper), name), saying=Read())
        return papers.send(by=unit.officer, on=paper)

    def _confidential(self) -> None:
        """The unit knows what is wanted, never by whom; the office stands between."""
        readers = OFFICE | NYT | {"hidden", "government"}
        with at("2026-02-12"):
            case = self.world.registered(
                deputy=self.hidden, title=self.word("hidden deputy's title", readers), confidential=True,
                confidential_reason=self.word("why confidential", OFFICE, {"hidden"}),
            )  # fmt: skip
        with at("2026-02-26"):
            (task,) = self.world.handed_to(case, ("NYT", Role.SOLE))
            task = self.world.routed(task)
            said = Met(
                "before",
                "phone",
                clock.now(),
                "",
                (self.hidden.person,),
                (),
                "经办人",
                self.word("relayed talk", readers),
                photographs=self._brought(
                    self.world.clerk,
                    self.word("photograph of the relayed talk", readers - NYT - {"government"}),
                ),
            )
            contact = handlings.relay_contact(by=self.world.clerk, on=Contact.of(task), saying=said)
            addition = Confirming(self.word("relayed addition", readers))
            handlings.confirm_contact(by=self.hidden, on=contact, saying=addition)
            paper_task = handlings.begin(by=self.world.unit("NYT").officer, on=again(task))
            paper = Paper.objects.get(handling_id=paper_task.id)
            self._at_the_desks(paper)
        number = str(self.hidden.person)
        known = OFFICE | {"hidden", "admin"}
        self.secrets["hidden number"] = Secret("hidden number", number, frozenset(known))

    def _at_the_desks(self, paper: Paper) -> None:
        """Passed at the first desk, sent back at the second."""
        unit = self.world.unit("NYT")
        paper = papers.write(by=unit.officer, on=paper, saying=self._text("draft to the hidden", NYT))
        paper = papers.present(by=unit.officer, on=paper)
        read = Read(paper.digest, self.word("opinion at a desk", NYT))
        paper = papers.pass_(by=unit.head, on=paper, saying=read)
        papers.send_back(by=unit.office, on=paper, saying=Because(self.word("remark", NYT)))
        said = Remarking(1, "", self.word("remark on a draft to the hidden", NYT))
        remarks.remark(by=unit.head, on=Remark.about(again(paper)), saying=said)

    def _handed_on(self) -> None:
        """SLT had it, gave it back, NYT has answered: of what came after SLT reads nothing."""
        world, unit = self.world, self.world.unit("SLT")
        with at("2026-02-26"):
            (task,) = world.handed_over(("SLT", Role.SOLE))
        with at("2026-02-27"):
            asked = OFFICE | SLT
            said = AskedReturn(
                self.word("granted return", asked) + NOT_OURS, "三定方案", world.unit("NYT").id, "agreed"
            )
            request = handlings.ask_return(by=unit.office, on=Return.of(task), saying=said)
            request = handlings.approve_return(by=unit.leader, on=request)
            granted = Reassigning(world.unit("NYT").id, "同意")
            handlings.grant_return(by=world.office, on=request, saying=granted)
        with at("2026-02-28"):
            new = Handling.objects.get(root_id=task.root_id, unit_id=world.unit("NYT").id)
            readers = OFFICE | NYT | {"lead", "government"}
            new = world.routed(new)
            met = Met(
                "before", "phone", clock.now(), "", (world.deputy.person,), (), "经办人",
                self.word("talk after the move", readers),
            )  # fmt: skip
            contact = handlings.record_contact(by=world.unit("NYT").officer, on=Contact.of(new), saying=met)
            handlings.dispute_contact(
                by=world.deputy, on=contact, saying=Confirming(self.word("dispute after the move", readers))
            )
            world.working(again(new))
            paper = self._given(again(new), world.unit("NYT"), "reply after the move", readers)
            said = Rated("satisfied", "satisfied", self.word("rating after the move", readers))
            papers.rate(by=world.deputy, on=Sheet.objects.get(paper_id=paper.id), saying=said)

    def _withdrawing(self) -> None:
        with at("2026-02-12"):
            case = self._co_signed(self.world.draft())
            case = suggestions.register(
                by=self.world.clerk, on=suggestions.submit(by=self.world.deputy, on=case)
            )
            from jianyi.cases.models import Withdrawal

            said = Because(self.word("why it is withdrawn", OFFICE, PROPOSERS))
            suggestions.ask_withdrawal(by=self.world.deputy, on=Withdrawal.of(case), saying=said)

    def _import(self) -> None:
        with at("2026-02-20"):
            text = f"关于{self.word('imported text', {'clerk'})}的建议\n\n领衔代表：周知远\n\n一、问题在此。\n二、建议加强管理。"
            answer = self.browser("clerk").post("/import/", {"text": text})
            self.imported = int(answer["Location"].strip("/").split("/")[-1])

    def _past(self) -> None:
        """Published long ago: read by everybody of the congress, until it is taken out again."""
        everybody = {role for role in self.roles if role != NOBODY}
        clerk = self.world.clerk
        with at("2026-02-20"):
            row = Past(congress_id=self.world.congress.id)
            told = Replied(
                self.word("past title", everybody),
                "0007",
                "某代表",
                "某厅",
                "A",
                "",
                self.word("past body", everybody),
            )
            past.keep(by=clerk, on=row, saying=told)
            gone = Past(congress_id=self.world.congress.id)
            told = Replied(self.word("removed past title"), "0008", "某代表", "某厅", "A", "", "正文")
            past.remove(by=clerk, on=past.keep(by=clerk, on=gone, saying=told), saying=Because("重复存入"))

    def _calling(self, title: str, *guests: str, **told: object) -> Calling:
        return Calling(
            kind="research", title=title, where="三县", chair=self.world.unit("NYT").leader.person,
            guests=tuple(self.roles[role].person for role in guests), **told,
        )  # fmt: skip

    def _coming_meeting(self) -> None:
        """Two units invite two deputies; who excuses himself tells the units why, and nobody else."""
        hosts = {f"{unit}.{who}" for unit in ("NYT", "JTT") for who in WHOLE}
        nyt, asked = self.world.unit("NYT"), {"lead", "signer"}
        with at("2026-02-27"):
            said = self._calling(
                self.word("research trip", hosts, asked), *sorted(asked), agenda=self.word("its agenda", hosts, asked),
                units=(self.world.unit("JTT").id,), starts_at=clock.moment("2026-03-20T09:00"),
            )  # fmt: skip
            row = meetings.convene(by=nyt.office, on=fresh("meeting", {}, by=nyt.office), saying=said)
            signer = self.roles["signer"]
            guest = Guest.objects.get(root_id=row.id, person_id=signer.person)
            excuse = Because(self.word("why the signer stays away", hosts, {"signer"}))
            meetings.excuse(by=signer, on=guest, saying=excuse)

    def _settled_meeting(self) -> None:
        """Minutes that are settled are for those invited; those still open for the house; a decision for its owner too."""
        hosts, nyt = {f"NYT.{who}" for who in WHOLE}, self.world.unit("NYT")
        for settled in (True, False):
            name, owner = ("settled", nyt.officer) if settled else ("open", nyt.head)
            owning = {"NYT.officer"} if settled else set()
            with at("2026-02-27"):
                title = self.word(f"{name} meeting", hosts, {"lead"}, owning)
                said = self._calling(title, "lead", starts_at=clock.moment("2026-02-28T09:00"))
                row = meetings.convene(by=nyt.office, on=fresh("meeting", {}, by=nyt.office), saying=said)
            with at("2026-02-28T18:00"):
                present = Attending((self.roles["lead"].person, nyt.leader.person))
                row = meetings.hold(by=nyt.office, on=row, saying=present)
                taking_part = {"lead"} if settled else set()
                text = self.word(f"{name} decision", hosts, taking_part, owning)
                decided = Resolving(text, owner.person, clock.moment("2026-03-20").date())
                meetings.resolve(by=nyt.office, on=Resolution.of(row), saying=decided)
                picture = self.word(f"{name} meeting's photograph", hosts, taking_part)
                brought = Attaching(photographs=self._brought(nyt.office, picture))
                row = meetings.attach(by=nyt.office, on=again(row), saying=brought)
                minutes = Minuting(self.word(f"{name} minutes", hosts, taking_part))
                row = meetings.minute(by=nyt.office, on=again(row), saying=minutes)
                if settled:
                    meetings.settle(by=nyt.leader, on=row)

    def _schemes(self) -> None:
        """A work scheme is the office's and the leaders' until it is approved; then everybody's who works there."""
        for unit, approved in (("NYT", True), ("JTT", False)):
            house, whole = self.world.unit(unit), {f"{unit}.{who}" for who in WHOLE}
            readers = {f"{unit}.{who}" for who in HOUSE} if approved else whole
            with at("2026-02-27"):
                said = Scheming(
                    self.word(f"{unit}'s scheme", readers), "沟通 = 2026-03-31 = 逐件沟通", "保障"
                )
                new = fresh("workscheme", {"year": 2026}, by=house.office)
                row = schemes.present(
                    by=house.office, on=schemes.draw_up(by=house.office, on=new, saying=said)
                )
                if approved:
                    schemes.approve(by=house.leader, on=row)

    def _case(self, name: str) -> int:
        """The number of the suggestion whose title carries this word."""
        return Suggestion.objects.get(title=self.secrets[name].word).id

    def _credit(
        self, kind: type[Crediting], name: str, text: str, shows: str, *cases: int, **told: Any
    ) -> Crediting:
        nyt = self.world.unit("NYT")
        return kind(
            kind="decision", name=name, on=date(2026, 2, 28), text=text, documents=(Document(name),), cases=cases,
            attachments=self._brought(nyt.officer, shows), **told,
        )  # fmt: skip

    def _outcomes(self) -> None:
        """NYT registers one linked to a suggestion that JTT helps with and to a confidential one, corrects it, takes a link off;
        another is a draft; a third was withdrawn, which whoever was told of it reads in the notices."""
        nyt, house = self.world.unit("NYT"), OFFICE | NYT
        seen = house | PROPOSERS | JTT | {"government", "hidden"}
        at_work, hidden = self._case("title at work"), self._case("hidden deputy's title")
        with at("2026-03-02"):
            said = self._credit(
                Crediting, self.word("what an outcome said before", house), "说明", self.word("what shows an outcome", house),
                at_work, hidden,
            )  # fmt: skip
            row = credits.credit(by=nyt.officer, on=credited("outcome", {}, by=nyt.officer), saying=said)
            row = credits.certify(by=nyt.office, on=row)
            name, text = self.word("an outcome", seen), self.word("an outcome's text", seen)
            said = self._credit(
                Correcting, name, text, self.word("what shows a correction", house), reason=self.word("why corrected", seen),
            )  # fmt: skip
            credits.certify(by=nyt.office, on=credits.correct(by=nyt.officer, on=row, saying=said))
            self._draft_of_an_outcome(nyt, at_work)
            self._withdrawn_outcome(nyt, at_work)
            title, medium = (
                self.word("report of the press", seen - {"hidden"}),
                self.word("medium", seen - {"hidden"}),
            )
            told = Reported(title, medium, date(2026, 3, 1), "https://example.test/", (at_work,))
            press.feature(by=nyt.office, on=credited("publicity", {}, by=nyt.office), saying=told)
            name = self.word("report that was removed", {f"NYT.{who}" for who in WHOLE}, PROPOSERS)
            told = Reported(name, "报", date(2026, 3, 1), "https://example.test/", (at_work,))
            gone = press.feature(by=nyt.office, on=credited("publicity", {}, by=nyt.office), saying=told)
            press.remove(by=nyt.office, on=gone, saying=Because("误登"))

    def _draft_of_an_outcome(self, nyt: Any, case: int) -> None:
        inside = {f"NYT.{who}" for who in (*WHOLE, "officer")}
        said = self._credit(
            Crediting, self.word("draft of an outcome", inside), self.word("its text", inside), self.word("what shows a draft", inside), case,
        )  # fmt: skip
        row = credits.credit(by=nyt.officer, on=credited("outcome", {}, by=nyt.officer), saying=said)
        credits.send_back(by=nyt.office, on=row, saying=Because(self.word("why a draft came back", inside)))

    def _withdrawn_outcome(self, nyt: Any, case: int) -> None:
        known = OFFICE | NYT
        name = self.word("outcome that was withdrawn", known, PROPOSERS, {"hidden"})
        said = self._credit(Crediting, name, "说明", "佐证", case, self._case("hidden deputy's title"))
        row = credits.credit(by=nyt.officer, on=credited("outcome", {}, by=nyt.officer), saying=said)
        row = credits.certify(by=nyt.office, on=row)
        link = Link.objects.get(root_id=row.id, suggestion_id=case)
        credits.unlink(
            by=nyt.office, on=link, saying=Unlinking(self.word("why a link came off", OFFICE | NYT))
        )
        credits.revoke(
            by=nyt.office, on=again(row), saying=Because(self.word("why an outcome was withdrawn", known))
        )

    def _grouped(self) -> None:
        """Two suggestions of two deputies in one group of NYT: each deputy reads of the group and of the problem that is theirs."""
        world, nyt = self.world, self.world.unit("NYT")
        watching, kinds = OFFICE | NYT | {"government"}, {}
        with at("2026-02-26"):
            for role in ("lead", "other"):
                title = self.word(f"{role}'s title in a group", watching, {role})
                (task,) = world.handed_over(("NYT", Role.SOLE), title=title, deputy=self.roles[role])
                kinds[role] = world.routed(task)
            (task,) = world.handed_over(("NYT", Role.SOLE))
            gone = world.routed(task)
        with at("2026-02-27"):
            said = Grouping(
                self.word("name of a group", watching, {"lead", "other"}), self.word("why it is one", watching),
                tuple(task.root_id for task in (*kinds.values(), gone)),
            )  # fmt: skip
            theme = themes.group(by=nyt.officer, on=grouped("theme", {}, by=nyt.officer), saying=said)
            why = Because(self.word("why one was taken out", watching))
            themes.take_out(by=nyt.office, on=Member.objects.get(suggestion_id=gone.root_id), saying=why)
            shared = SharedText(self.word("shared paragraph", NYT))
            theme = themes.share(by=nyt.officer, on=again(theme), saying=shared)
            for role, task in kinds.items():
                self._problem(theme, role, task, watching)
            line = f"{self.word('problem that is put up', watching | {'other'})} = 整改"
            said = Finding(line, nyt.officer.person, date(2026, 3, 20), (kinds["other"].root_id,))
            problems.find(by=nyt.officer, on=again(theme), saying=said)

    def _topical(self) -> None:
        """A topic of a committee with two suggestions of NYT, one of them moved out: the committee reads what it supervises, the unit what it was
        asked and advised, the deputy who supervises and what was advised; another committee nothing."""
        world, key, nyt = self.world, self.topics, self.world.unit("NYT")
        host, own = OFFICE | {"special"}, OFFICE | NYT | {"special"}
        with at("2026-02-26"):
            title = self.word("title of a key suggestion", own, {"lead", "government"})
            task = world.routed(world.handed_over(("NYT", Role.SOLE), title=title)[0])
            gone = world.routed(world.handed_over(("NYT", Role.SOLE))[0])
        with at("2026-02-27"):
            name = self.word("name of a topic", own, {"lead", "government"})
            topic = key.proposed(task, gone, title=name, reason=self.word("why it is a topic", own))
            topic = key.asked(topic, answer_by="2026-02-27", question=self.word("what units are asked", own))
            key.answered(topic, "NYT", view=self.word("what a unit said to it", own))
            why = Because(self.word("why one was moved out of a topic", own))
            topics.take_out(by=world.clerk, on=key.member_of(topic, gone), saying=why)
            key.decided(topic, "2026-02-27", leader=self.word("who supervises", own, {"lead", "government"}))
            said = Supervising(
                self.word("plan of a committee", own), "视察 = 2026-02-28 = 视察", date(2026, 2, 28)
            )
            visits.plan(by=key.member, on=again(topic), saying=said)
            advised = self.word("advice of a committee", own, {"lead"})
            (row,) = key.visited(topic, advised, day="2026-02-27", answer_by="2026-02-28")
            key.responded(row, nyt.officer, self.word("answer to the committee", own, {"lead"}))
            key.reported(topic, self.word("report of a committee", host))
            self._other_topics(key)

            said = Calling(
                "progress", "调度会", clock.moment("2026-03-20T09:00"), "会议室", nyt.leader.person
            )
            meetings.convene(by=nyt.office, on=fresh("meeting", {}, by=nyt.office), saying=said)

    def _other_topics(self, key: Topics) -> None:
        """One that is only proposed is nobody's business but the congress's; another is supervised still."""
        world = self.world
        tasks = [world.routed(world.handed_over(("NYT", Role.SOLE))[0]) for _ in range(2)]
        key.proposed(tasks[0], by=world.clerk, title=self.word("name of a topic that is proposed", OFFICE))
        topic = key.asked(key.proposed(tasks[1], title="另一议题"), answer_by="2026-02-27")
        key.answered(topic, "NYT")
        key.decided(topic, "2026-02-27")

    def _circulars(self) -> None:
        """Of NYT one that was issued to its division and one that is only drafted; of the government one to its units: SLT has no
        task any more, so none goes there."""
        nyt, whole = self.world.unit("NYT"), {"NYT.office", "NYT.leader", "NYT.principal"}
        own = Circulars(nyt.office, nyt.leader)
        with at("2026-03-02"):
            row = self._issued(own, "NYT一处", OFFICE | NYT | {"government"})
            draft = own.drawn("2026-03-01")
            said = phrasing(
                self._line(draft, "NYT一处", self.word("what a draft pushes", whole)),
                praise=self.word("praise of a draft", whole),
            )
            circulars.write(by=nyt.office, on=again(draft), saying=said)
        with at("2026-03-02T16:00"):
            proof = self.word("how a pushed item was done", whole, {"NYT.head", "NYT.officer"})
            push = circulars.reach(by=nyt.head, on=Push.objects.get(root_id=row.id), saying=Reaching(proof))
            circulars.push_back(
                by=nyt.office,
                on=push,
                saying=Because(self.word("why it is not done", whole, {"NYT.head", "NYT.officer"})),
            )
        with at("2026-01-21"):
            second = self.world.person("督查乙", (self.government, Duty.GOVERNMENT_CLERK))
        with at("2026-03-02"):
            of_units = Circulars(self.roles["government"], second)
            self._issued(of_units, "CZT", OFFICE | NYT | JTT | CZT | {"government"})
            draft = of_units.drawn("2026-03-01")
            said = phrasing(
                self._line(draft, "CZT", "x"),
                praise=self.word("praise of a draft of the government", {"government"}),
            )
            circulars.write(by=self.roles["government"], on=again(draft), saying=said)
        self._layouts(nyt)
        self._notes(nyt)

    def _issued(self, circulars_of: Circulars, house: str, readers: set[str]) -> Any:
        row = circulars_of.drawn("2026-03-01")
        line = self._line(row, house, self.word(f"what {house} is pushed to", readers))
        said = phrasing(
            line,
            praise=self.word(f"praise for {house}", readers),
            requirements=self.word(f"asked of {house}", readers),
        )
        row = circulars.write(by=circulars_of.by, on=again(row), saying=said)
        row = circulars.present(by=circulars_of.by, on=again(row))
        row = circulars.approve(by=circulars_of.approver, on=again(row))
        return circulars.sign(by=circulars_of.by, on=again(row))

    def _line(self, row: Any, house: str, problem: str) -> str:
        return f"{next(iter(named(row.facts)))} = {problem} = 尽快办理 = {house} = 2026-06-10"

    def _notes(self, nyt: Any) -> None:
        """Three houses note something on one row, and each reads its own."""
        rows = Handling.objects.filter(
            unit_id=nyt.id, division_id=nyt.division.id, officer_id=nyt.officer.person
        )
        task = rows.exclude(stage__in=OVER).order_by("-id").first()
        for role, by, readers in (
            ("NYT", nyt.office, NYT), ("congress", self.roles["clerk"], OFFICE), ("government", self.roles["government"], {"government"}),
        ):  # fmt: skip
            word = self.word(f"what {role} notes", readers)
            jotted.jot(by=by, on=noted("note", {"handling": str(task.id)}, by=by), saying=Jotting(word))

    def _layouts(self, nyt: Any) -> None:
        """How somebody looks at a register is their own, or the house's where they share it."""
        for name, shared, readers in (("own", False, {"NYT.office"}), ("shared", True, NYT)):
            word = self.word(f"{name} layout", readers)
            layouts.keep("work", word, {}, ["no"], "new", shared=shared, by=nyt.office)

    def _problem(self, theme: Any, role: str, task: Handling, watching: set[str]) -> None:
        """The lead's is struck off, the other's only reported: what shows it is inside the house till then."""
        nyt, reads = self.world.unit("NYT"), watching | {role}
        line = f"{self.word(f'{role} problem', reads)} = {self.word(f'{role} measures', watching)}"
        said = Finding(line, nyt.officer.person, date(2026, 3, 20), (task.root_id,))
        problems.find(by=nyt.officer, on=again(theme), saying=said)
        row = Problem.objects.order_by("-id").first()
        shown = reads if role == "lead" else NYT
        brought = self._brought(nyt.officer, self.word(f"{role} proof", shown))
        said = Kept(self.word(f"how the {role} problem was solved", shown), attachments=brought)
        row = problems.reach(by=nyt.officer, on=row, saying=said)
        if role == "lead":
            problems.strike_off(by=nyt.office, on=row)

    def _listed(self) -> None:
        """A list of NYT with a task that no division has been given: its divisions do not read of it."""
        nyt, whole = self.world.unit("NYT"), {"NYT.office", "NYT.leader", "NYT.principal"}
        with at("2026-02-26"):
            title = self.word("title on a list", OFFICE, {"lead", "government"}, whole)
            self.world.handed_over(("NYT", Role.SOLE), title=title)
            said = UnitRules(dispatch_every=1, dispatch_from=date(2026, 3, 2), assess_monthly=True)
            parties.set_rules(by=nyt.office, on=again(nyt.organisation), saying=said)
        with at("2026-03-02"):
            cadence.tick_all()

    def _supervised(self) -> None:
        """Late since February: urged from outside and inside, on the board, somebody to answer for it; drafts of all that."""
        world, nyt = self.world, self.world.unit("NYT")
        whole, us = {"NYT.office", "NYT.leader", "NYT.principal"}, Urgings(self.world)
        clerk, outer = self.roles["government"], OFFICE | {"government"}
        with at("2026-01-28"):
            (task,) = world.handed_over(("NYT", Role.SOLE))
            task = world.routed(task)
        with at("2026-02-27"):
            us.drafted(clerk, self.word("demand of a draft between houses", {"government"}), unit=nyt.id)
            us.issued(clerk, demands=self.word("demand between houses", outer, NYT), unit=nyt.id)
            here = nyt.division.id
            us.drafted(nyt.office, self.word("demand of a draft inside", whole), division=here)
            letter = us.issued(nyt.office, demands=self.word("demand inside", NYT), division=here)
            us.answered(letter, nyt.head, self.word("answer inside", NYT))
            why = Pleading(self.word("why a deputy asks for urging", OFFICE, {"lead"}))
            pleas.ask(
                by=world.deputy,
                on=about_supervision("plea", {"suggestion": str(task.root_id)}, by=world.deputy),
                saying=why,
            )
            what = self.word("help measure", NYT, outer)
            said = Helping(
                "help", what, "两镇", "规划", nyt.head.person, date(2026, 2, 27), date(2026, 6, 30)
            )
            on = about_supervision("help", {"suggestion": str(task.root_id)}, by=nyt.office)
            helps.help_(by=nyt.office, on=on, saying=said)
            self._on_the_ladder(us, task, whole)

    def _on_the_ladder(self, us: Any, task: Handling, whole: set[str]) -> None:
        """What concerns a person is for that person, and for those who lead the house."""
        nyt = self.world.unit("NYT")
        skip = {"skip_reason": "影响重大", "skip_by": nyt.leader.person}
        us.listing(nyt.office, task, nyt.leader, facts=self.word("facts of a listing", NYT), **skip)
        draft = us.said(task, due=None, conditions="成稿", facts=self.word("facts of a draft", whole), **skip)
        measures.draw_up(by=nyt.office, on=us.measure(nyt.office, "listing", task), saying=draft)
        told = {
            "article": self.word("article it rests on", whole, {"NYT.head"}),
            "manner": "criticism",
            "decider": "党组",
        }
        told |= {"statement_by": date(2026, 3, 20), **skip}
        row = us.measure(nyt.office, "accountability", task)
        row = measures.draw_up(by=nyt.office, on=row, saying=us.said(task, **told))
        measures.call_to_account(by=nyt.leader, on=row)

    def _another_congress(self) -> None:
        other = self.elsewhere
        self.roles |= {
            "elsewhere.deputy": other.deputy, "elsewhere.clerk": other.clerk,
            "elsewhere.admin": an_administrator(other),
            "elsewhere.office": other.unit("NYT").office,
        }  # fmt: skip
        own = {"elsewhere.deputy", "elsewhere.clerk"}
        with at("2026-02-26"):
            title = self.word("title elsewhere", own, {"elsewhere.office"})
            (task,) = other.handed_over(
                title=title, situation=self.word("situation elsewhere", own, {"elsewhere.office"})
            )
            other.routed(task)
            title = self.word("batch elsewhere", own, {"elsewhere.office"})
            other.batch(other.proposed(("NYT", Role.SOLE), title=title))

    def _at_the_gate(self) -> None:
        """A batch made ready, and somebody who has not signed in."""
        title = self.word("in a batch", OFFICE, CLAIMING, {"lead"})
        self.world.batch(self.world.proposed(("CZT", Role.SOLE), title=title))
        self.roles[NOBODY] = None

    def _brought(self, by: Actor, name: str) -> tuple[int]:
        """A photograph of somebody's own, to be named with a step."""
        file = keep(
            png() + name.encode(), name=f"{name}.png", kind="png", congress=by.congress, owner=by.person
        )
        return (file.id,)

    def _attach(self, case, inside: int, name: str) -> None:
        own = self.world.congress.id
        owner = self.world.deputy.person
        file = keep(f"附件 {name}".encode(), name=f"{name}.txt", kind="txt", congress=own, owner=owner)
        Attachment.objects.create(
            congress_id=own,
            root_id=case.id,
            subject_id=case.id,
            file_id=file.id,
            name=file.name,
            inside=inside,
        )


NOW = "2026-03-03"
# How every word of the scene begins.
MARK = "𠮷"
