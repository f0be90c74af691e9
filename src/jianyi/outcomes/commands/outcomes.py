"""An outcome: written down, checked, corrected, linked to more, withdrawn."""

from jianyi.cases.commands.attachments import prove
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Correcting, Crediting, Linking, Nothing, Unlinking
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from ..models import Document, Edition, Link, Outcome, Quantity
from .linking import link as link_to
from .showing import show


@command(Outcome, A.CREDIT)
def credit(turn: Turn, outcome: Outcome, said: Crediting) -> None:
    """Every text is an edition of its own."""
    _write(turn, outcome, said)


@command(Outcome, A.CORRECT)
def correct(turn: Turn, outcome: Outcome, said: Correcting) -> None:
    """Until it is checked the earlier text counts; who checks it now must not have written this one."""
    outcome.writers = []
    _write(turn, outcome, said, said.reason.strip())


def _write(turn: Turn, outcome: Outcome, said: Crediting, reason: str = "") -> None:
    outcome.edition += 1
    _wrote(turn, outcome)
    if not outcome.standing:
        outcome.describe(said)
    if outcome._state.adding:
        outcome.save(force_insert=True)
    Edition.of(
        outcome, kind=said.kind, name=said.name.strip(), on=said.on, text=said.text.strip(), systemic=said.systemic,
        reason=reason, written_by=turn.by.name, written_on=clock.today(),
    ).save(force_insert=True)  # fmt: skip
    Document.objects.bulk_create(
        Document.of(outcome, nth=nth, title=each.title.strip(), number=each.number.strip(), day=each.day)
        for nth, each in enumerate(said.documents, start=1)
    )
    Quantity.objects.bulk_create(
        Quantity.of(outcome, nth=nth, what=each.what.strip(), number=each.number, unit=each.unit.strip())
        for nth, each in enumerate(said.quantities, start=1)
    )
    link_to(turn, outcome, said)
    prove(turn, outcome, said.attachments)


def _wrote(turn: Turn, outcome: Outcome) -> None:
    """Delegator and delegate both count."""
    outcome.writers = sorted({*outcome.writers, *turn.by.people})


@command(Outcome, A.CERTIFY)
def certify(turn: Turn, outcome: Outcome, said: Nothing) -> None:
    """The latest edition counts from now on."""
    row = Edition.objects.get(congress_id=outcome.congress_id, root_id=outcome.id, edition=outcome.edition)
    row.certified_by, row.certified_on = turn.by.name, clock.today()
    row.save(update_fields=["certified_by", "certified_on"])
    outcome.describe(row)
    outcome.certified = outcome.standing = outcome.edition
    outcome.registered_on = outcome.registered_on or clock.today()
    outcome.sent_back = ""
    show(turn.under(outcome))


@command(Outcome, A.SEND_BACK)
def send_back(turn: Turn, outcome: Outcome, said: Because) -> None:
    """What the congress's office sends back no longer counts; a correction that the unit's own office sends back leaves the
    earlier edition standing."""
    outcome.sent_back = said.reason.strip()
    if outcome.standing == outcome.edition:
        outcome.standing = 0
    show(turn.under(outcome))


@command(Outcome, A.LINK)
def link(turn: Turn, outcome: Outcome, said: Linking) -> None:
    """Whoever links what is still to be checked has written it as well."""
    if outcome.standing != outcome.edition:
        _wrote(turn, outcome)
    link_to(turn, outcome, said)


@command(Outcome, A.REVOKE)
def revoke(turn: Turn, outcome: Outcome, said: Because) -> None:
    outcome.withdrawn, outcome.standing = said.reason.strip(), 0
    show(turn.under(outcome))


@own(Link, A.COUNT_IN)
def count_in(turn: Turn, link: Link, said: Nothing) -> None:
    """What is public of the outcome stands on the page of this suggestion too."""
    show(turn.under(link))


@command(Link, A.UNLINK)
def unlink(turn: Turn, link: Link, said: Unlinking) -> None:
    link.reason, link.ended_by, link.ended_on = said.reason.strip(), turn.by.name, clock.today()
    show(turn.under(link))


@own(Link, A.LAPSE)
def lapse(turn: Turn, link: Link, said: Nothing) -> None:
    link.ended_on = clock.today()
    show(turn.under(link))
