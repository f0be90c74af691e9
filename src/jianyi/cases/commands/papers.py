"""Writing, reviewing, signing, sending; rating, and what follows from it."""

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import (
    Again,
    Because,
    Delivery as Sending,
    Nothing,
    Opinion,
    Read,
    Striking,
    Text,
)
from jianyi.procedure.words import Raters, ReplyTo
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command, own
from jianyi.turn.under import Under

from .. import issued
from ..holders import proposers
from ..issued import congress, replies, units
from ..models import Delivery, Handling, OralReply, Paper, Sheet, View
from . import following, promises, ratings
from .division import note_assisting


present = bare(Paper, A.PRESENT)
adopt = bare(Paper, A.ADOPT)


def _hands(turn: Turn) -> list[int]:
    """Who acts, and for whom: both count as the hand that wrote or passed."""
    return [turn.by.person, *sorted(turn.by.stands_for)]


@command(Paper, A.WRITE)
def write(turn: Turn, paper: Paper, said: Text) -> None:
    """A new edition; the ones before are kept."""
    paper.rewrite(said, _hands(turn)).save(force_insert=True)


@command(Paper, A.PASS)
def pass_(turn: Turn, paper: Paper, said: Read) -> None:
    """On to the next desk; after the last one the procedure clears it for signature."""
    paper.pass_desk(_hands(turn))


@command(Paper, A.SEND_BACK)
def send_back(turn: Turn, paper: Paper, said: Because) -> None:
    paper.come_back(said.reason)


@command(Paper, A.STRIKE)
def strike(turn: Turn, paper: Paper, said: Striking) -> None:
    """The text stays as it is: only who wrote it said that a sentence of it promises nothing."""
    paper.strike(said, turn.by.name)


@command(Paper, A.ASK_AGAIN)
def ask_again(turn: Turn, paper: Paper, said: Because) -> None:
    """The lead unit wants substance, and says so by a letter; who signed may sign the new text."""
    paper.start_over(said.reason)
    units.opinion_asked_again(turn, paper)


@command(Paper, A.SIGN)
def sign(turn: Turn, paper: Paper, said: Read) -> None:
    """The letter takes its number here and is frozen as it stands; a number that was given is not given again."""
    unit = paper.handling.unit
    paper.number = issued.numbered(unit, "建函" if paper.is_reply else "会函")
    paper.signed_at, paper.signed_by = clock.now(), turn.by.name
    under, checked = turn.under(paper), issued.check(paper.number, paper.digest)
    document, issuer = replies.letter(paper, under, checked), replies.issuer(paper, under, checked)
    issued.issue(turn, paper, "reply" if paper.is_reply else "opinion", document, issuer, unit.id)


@command(Paper, A.SEND)
def send(turn: Turn, paper: Paper, said: Sending) -> None:
    """Delivered to each proposer; a reply lays out the sheets on which it will be rated."""
    paper.sent_at = clock.now()
    if not paper.is_reply:
        return
    under = turn.under(paper)
    posted = dict(said.posted)
    channel = "relayed" if under.root.confidential else "platform"  # type: ignore[attr-defined]
    met = in_person(under, paper.handling)
    Delivery.objects.bulk_create(
        Delivery(
            congress_id=paper.congress_id, root_id=paper.root_id, paper_id=paper.id, person_id=person,
            channel="post" if person in posted else "in_person" if person in met else channel, mail_no=posted.get(person, ""), at=clock.now(),
        )
        for person in recipients(under)
    )  # fmt: skip
    promises.lay_out(turn, paper)
    for person in raters(under):
        sheet = Sheet.of(paper.root, paper_id=paper.id, rater_id=person, round=paper.handling.round)
        sheet.number = issued.form_number(paper.congress_id, "ZX")
        under.add(sheet).save()
    following.sent(turn, paper)


relay = bare(Paper, A.RELAY)


def in_person(under: Under, handling: Handling) -> set[int]:
    """Who was given it in person, by a record that the deputy has signed; to a hidden one the office passes it on."""
    rows = [row for row in under.all(OralReply) if row.handling_id == handling.id and row.counts]
    hidden = under.root.confidential  # type: ignore[attr-defined]
    return set() if hidden else {person for row in rows for person in row.deputies}


def recipients(under: Under) -> list[int]:
    """To whom a reply goes: each of them where the place says so, or the lead."""
    return proposers(under) if under.place.says(ReplyTo.EACH) else [*_leads(under)]


def raters(under: Under) -> list[int]:
    """Who rates: every signer, or the lead; the leads of merged suggestions always rate for theirs."""
    return proposers(under) if under.place.says(Raters.EVERY_SIGNER) else [*_leads(under)]


def _leads(under: Under) -> list[int]:
    merged = under.once("merged leads", lambda: _merged_leads(under))
    return list(dict.fromkeys([under.root.lead_id, *merged]))  # type: ignore[attr-defined]


def _merged_leads(under: Under) -> list[int]:
    """Of the suggestions merged into this one, and of those merged into them."""
    found: list[int] = []
    into = [under.root.id]
    while into:
        rows = type(under.root)._default_manager.filter(
            congress_id=under.root.congress_id, merged_into_id__in=into
        )
        merged = list(rows.order_by("id").values_list("id", "lead_id"))
        into = [number for number, _ in merged]
        found += [lead for _, lead in merged]
    return found


# Rating


rate = ratings.rate


@own(Sheet, A.REMIND)
def remind(turn: Turn, sheet: Sheet, said: Nothing) -> None:
    sheet.reminded = True


def _again(turn: Turn, sheet: Sheet, said: Again) -> None:
    """A new round for the unit that answered, and for it alone; the first reply stays. Two dissatisfied raters of
    one reply get one new round."""
    under = turn.under(sheet)
    was = sheet.paper.handling
    sheet.decision = getattr(said, "reason", "")
    if not any(h.previous_id == was.id for h in under.all(Handling)):
        following = under.add(was.another_round(sheet.decision, getattr(said, "min_level", "")))
        following.save()
        note_assisting(following)


handle_again = command(Sheet, A.HANDLE_AGAIN)(_again)
own(Sheet, A.HANDLE_AGAIN)(_again)


@command(Sheet, A.UPHOLD)
def uphold(turn: Turn, sheet: Sheet, said: Because) -> None:
    """It is not handled again, and the deputy is told why by a letter."""
    sheet.decision = said.reason
    congress.upheld(turn, sheet)


@command(View, A.GIVE)
def give_view(turn: Turn, view: View, said: Opinion) -> None:
    view.opinion = said.opinion
