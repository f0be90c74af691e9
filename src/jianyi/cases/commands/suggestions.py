"""What people do to a suggestion, to invitations, claims and requests to withdraw."""

from jianyi.kit import clock
from jianyi.parties.relying import rely_on
from jianyi.procedure import words
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import (
    Because,
    CoSigning,
    Entered,
    Inviting,
    KeyMark,
    Merged,
    Merging,
    Nothing,
    NotTaken,
    Offer,
    PassedOn,
    Reviewed,
    Units,
    Writing,
)
from jianyi.turn import reckoning
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command, own
from jianyi.turn.models import Participation, Series
from jianyi.turn.under import Under

from ..holders import PROPOSER, SUPERVISING, proposers
from ..issued import congress
from ..models import Attachment, Claim, Handling, Invitation, Suggestion, TitlePair, Withdrawal
from ..models.titles import pairs_of
from .attachments import attach


def _write(suggestion: Suggestion, said: Writing) -> None:
    """The text, and what its title is found by."""
    before = pairs_of(suggestion.title)
    suggestion.write(said)
    after = pairs_of(suggestion.title)
    kept = TitlePair.objects.filter(congress_id=suggestion.congress_id, root_id=suggestion.id)
    if gone := before - after:
        kept.filter(pair__in=gone).delete()
    TitlePair.objects.bulk_create(
        TitlePair(congress_id=suggestion.congress_id, root_id=suggestion.id, pair=pair)
        for pair in sorted(after - before)
    )


@command(Suggestion, A.WRITE)
def write(turn: Turn, suggestion: Suggestion, said: Writing) -> None:
    """Keep the draft; whoever confirmed another text is asked again."""
    _write(suggestion, said)
    _attach(turn, suggestion, said.attachments)


@command(Suggestion, A.SUBMIT)
def submit(turn: Turn, suggestion: Suggestion, said: Nothing) -> None:
    suggestion.submitted_at = clock.now()
    suggestion.between = not suggestion.sitting.in_session


@command(Suggestion, A.ENTER)
def enter(turn: Turn, suggestion: Suggestion, said: Entered) -> None:
    """A paper suggestion typed in by the office; the record says by whom, and how it came."""
    _write(suggestion, said)
    suggestion.entered, suggestion.received = True, said.received
    suggestion.submitted_at, suggestion.between = clock.now(), not suggestion.sitting.in_session
    _attach(turn, suggestion, said.attachments)


@command(Suggestion, A.SEND_BACK)
def send_back(turn: Turn, suggestion: Suggestion, said: Because) -> None:
    """It is a draft again, and goes by the time at which it is handed in anew."""
    suggestion.submitted_at = None


discard = bare(Suggestion, A.DISCARD)
endorse = bare(Suggestion, A.ENDORSE)
renumber = bare(Suggestion, A.RENUMBER, Because)
close = bare(Suggestion, A.CLOSE)


def _not_taken(turn: Turn, suggestion: Suggestion, said: NotTaken) -> None:
    """The letter to the deputy (F03) tells the reason and the articles, under the next number."""
    suggestion.review = {"reason": said.reason, "negative": list(said.negative), "by": turn.by.name}
    congress.declined(turn, suggestion, said)


turn_down = command(Suggestion, A.TURN_DOWN)(_not_taken)


def _passed_on(turn: Turn, suggestion: Suggestion, said: PassedOn) -> None:
    """To whom it went is told to the deputy, and stays with the review."""
    _not_taken(turn, suggestion, said)
    suggestion.review["passed_to"] = said.passed_to


treat_as_letter = command(Suggestion, A.TREAT_AS_LETTER)(_passed_on)
keep_for_reference = command(Suggestion, A.KEEP_FOR_REFERENCE)(_passed_on)


@command(Suggestion, A.REGISTER)
def register(turn: Turn, suggestion: Suggestion, said: Reviewed) -> None:
    """Enter it under the next number of its sitting; the number is frozen from here on."""
    suggestion.number = Series.next(suggestion.congress_id, suggestion.series)
    suggestion.category, suggestion.review = said.category, {"has": list(said.has)}


@own(Suggestion, A.RECKON)
def reckon_again(turn: Turn, suggestion: Suggestion, said: Nothing) -> None:
    """The arrangement of the days was published or changed: which clocks it moves, from which day to which."""
    found = reckoning.reckon(turn.under(suggestion))
    turn.keep(
        moved=[
            [move.row.limit.value, str(move.row.holder_id), move.was.isoformat(), move.answer.on.isoformat()]
            for move in found
        ]
    )


@own(Suggestion, A.MARK_KEY)
def _mark_key(turn: Turn, suggestion: Suggestion, said: KeyMark) -> None:
    """Entered with the day of the decision; limits do not change. The committee that supervises reads the case from now on."""
    suggestion.mark_key(said)
    _supervised(turn.under(suggestion), said.committee)


@own(Suggestion, A.LIFT_KEY)
def _lift_key(turn: Turn, suggestion: Suggestion, said: Because) -> None:
    suggestion.lift_key()
    _supervised(turn.under(suggestion), 0)


mark_key = command(Suggestion, A.MARK_KEY)(_mark_key)
lift_key = command(Suggestion, A.LIFT_KEY)(_lift_key)


def _supervised(under: Under, committee: int) -> None:
    """By this committee and no other; by none where it is 0."""
    rows = {row.organisation_id: row for row in under.participations if row.capacity == SUPERVISING}
    for row in rows.values():
        row.until = None if row.organisation_id == committee else row.until or clock.today()
        row.save(update_fields=["until"])
    if committee and committee not in rows:
        row = Participation(
            congress_id=under.root.congress_id, root_id=under.root.id, organisation_id=committee, capacity=SUPERVISING, since=clock.today(),
        )  # fmt: skip
        row.save(force_insert=True)
        under.participations.append(row)


@command(Suggestion, A.PROPOSE)
def propose(turn: Turn, suggestion: Suggestion, said: Units) -> None:
    """Name the units; who was named before and is not now gives way."""
    rely_on(suggestion.congress_id, [naming.unit for naming in said.units])
    suggestion.proposal_note = said.note
    under = turn.under(suggestion)
    known = {h.unit_id: h for h in under.all(Handling) if h.stage is words.Handling.NAMED}
    for naming in said.units:
        handling = known.pop(naming.unit, None) or under.add(Handling.named(suggestion, naming))
        handling.role, handling.scope = naming.role, naming.scope
        handling.save()
    for handling in known.values():
        handling.dropped = True
        handling.save()


@command(Suggestion, A.HAND_OVER)
def hand_over(turn: Turn, suggestion: Suggestion, said: Nothing) -> None:
    """From here the clocks of the law run (代表法 51); the procedure lets each handling arrive."""
    suggestion.handed_over_at = clock.now()


@command(Suggestion, A.MERGE, also=lambda said: [said.into] if said.into else [])
def merge(turn: Turn, suggestion: Suggestion, said: Merging) -> None:
    """It keeps its number; its proposers are answered and asked for their rating with the other."""
    under = turn.under(suggestion)
    main = turn.unders[said.into].root
    suggestion.merged_into_id = said.into
    turn.take_for_the_procedure(
        A.TAKE_IN, main, Merged(suggestion.id, tuple(proposers(under)), suggestion.confidential)
    )


@own(Suggestion, A.TAKE_IN)
def take_in(turn: Turn, suggestion: Suggestion, said: Merged) -> None:
    under = turn.under(suggestion)
    known = {row.person_id for row in under.participations}
    for person in dict.fromkeys(said.proposers):
        if person not in known and person != suggestion.lead_id:
            row = Participation(
                congress_id=suggestion.congress_id, root_id=suggestion.id, person_id=person,
                capacity=PROPOSER, since=clock.today(),
            )  # fmt: skip
            row.save()
            under.participations.append(row)


# Invitations


@command(Invitation, A.INVITE)
def invite(turn: Turn, invitation: Invitation, said: Inviting) -> None:
    invitation.explanation = said.explanation


@command(Invitation, A.CO_SIGN)
def co_sign(turn: Turn, invitation: Invitation, said: CoSigning) -> None:
    """The confirmation holds for the text as it stands now."""
    invitation.note, invitation.answered_at = said.note, clock.now()
    invitation.digest = invitation.root.text_digest


@command(Invitation, A.DECLINE)
def decline(turn: Turn, invitation: Invitation, said: Nothing) -> None:
    invitation.answered_at = clock.now()


resign = bare(Invitation, A.RESIGN)


@own(Invitation, A.INVITE_AGAIN)
def invite_again(turn: Turn, invitation: Invitation, said: Nothing) -> None:
    invitation.digest, invitation.answered_at = "", None


# Claims


@command(Claim, A.CLAIM)
def claim(turn: Turn, claim: Claim, said: Offer) -> None:
    claim.leads, claim.reason = said.leads, said.reason


unclaim = bare(Claim, A.UNCLAIM)


# Withdrawal


@command(Withdrawal, A.ASK)
def ask_withdrawal(turn: Turn, withdrawal: Withdrawal, said: Because) -> None:
    """Each confirmed co-signer must agree; where there is none, it is granted at once."""
    withdrawal.reason = said.reason


@command(Withdrawal, A.AGREE)
def agree(turn: Turn, withdrawal: Withdrawal, said: Nothing) -> None:
    withdrawal.agreed = [*withdrawal.agreed, turn.by.person]


object_ = bare(Withdrawal, A.OBJECT)
drop_withdrawal = bare(Withdrawal, A.DROP)


def _attach(turn: Turn, suggestion: Suggestion, files: tuple[int, ...]) -> None:
    """The suggestion's attachments are exactly these files, as far as whoever writes brought them."""
    there = Attachment.objects.filter(congress_id=suggestion.congress_id, subject_id=suggestion.id)
    there.exclude(file_id__in=files).delete()
    attach(turn, suggestion, files)
