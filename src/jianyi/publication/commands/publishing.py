"""A reply on its way to the public: opened, prepared, checked, published, kept up to date, taken down."""

from datetime import datetime

from jianyi.cases.models import Paper
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Clearing, Nothing
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command, own
from jianyi.turn.under import Under

from ..copies import copies_of
from ..facts import objections
from ..finding import added, carried, known_here, marked, returning, taken_out, unnamed
from ..models import Publication
from ..parts import parts_of
from ..progress import progress
from .pages import lay_out, take_off


def begin(turn: Turn, paper: Paper) -> None:
    """When a reply is sent, its publication is opened with it."""
    turn.under(paper).add(Publication.of_reply(paper)).save()


@own(Publication, A.OPEN_UP)
def open_up(turn: Turn, publication: Publication, said: Nothing) -> None:
    """The texts as they are now; what the finder marks in them, and what another review has already taken out."""
    under = turn.under(publication)
    publication.parts = parts_of(publication.root, publication.paper)
    known = known_here(publication, under)
    found = [mark for part in publication.parts for mark in marked(part, known)]
    there = carried(publication, under)
    settled = {(mark["part"], mark["start"], mark["end"]) for mark in there}
    publication.marks = [*there, *(m for m in found if (m["part"], m["start"], m["end"]) not in settled)]
    _mark_names(turn, publication)


@command(Publication, A.WRITE)
def write(turn: Turn, publication: Publication, said: Clearing) -> None:
    """What was decided of the marks, by the numbers they had on the page; then a summary that is another one is looked through
    anew, which gives the marks after it other numbers."""
    was = publication.summary
    publication.write(said, turn.by.people)
    if publication.summary != was:
        _summarise(turn, publication)
    copies = copies_of(publication)
    publication.files = [
        {
            "attachment": number,
            "digest": copies[number].digest,
            "kind": copies[number].kind,
            "size": copies[number].size,
        }
        for number in dict.fromkeys(said.attachments)
    ]
    words = [each.strip() for each in said.added if each.strip()]
    publication.marks = [*publication.marks, *added(publication.parts, words, publication.marks)]


def _summarise(turn: Turn, publication: Publication) -> None:
    """Nobody has decided on what the new one holds; what a person took out everywhere stays out of it as well."""
    words = taken_out(publication)
    publication.parts = [each for each in publication.parts if each["key"] != "summary"]
    publication.marks = [mark for mark in publication.marks if mark["part"] != "summary"]
    if publication.summary:
        part = {"key": "summary", "label": "摘要", "text": publication.summary}
        publication.parts.append(part)
        found = marked(part, known_here(publication, turn.under(publication)))
        publication.marks += [*found, *added([part], words, found)]
        _mark_names(turn, publication)


def _mark_names(turn: Turn, publication: Publication) -> None:
    """What one text alone does not tell: who was announced in another part, and whom the place does not have named."""
    publication.marks += returning(publication.parts, publication.marks)
    publication.marks += unnamed(publication, turn.under(publication))


present = bare(Publication, A.PRESENT)


@command(Publication, A.PASS)
def check(turn: Turn, publication: Publication, said: Nothing) -> None:
    publication.checked_by = turn.by.name


def _withhold(turn: Turn, publication: Publication, said: Nothing) -> None:
    """Nothing is published: a leader has approved the reason, or the proposer's name is kept from everybody."""
    publication.approved_by = turn.by.name
    if publication.root.confidential:
        publication.way, publication.reason = "none", "提出人要求身份保密"


withhold = command(Publication, A.WITHHOLD)(_withhold)
own(Publication, A.WITHHOLD)(_withhold)


@command(Publication, A.SEND_BACK)
def send_back(turn: Turn, publication: Publication, said: Because) -> None:
    publication.come_back(said.reason)


@command(Publication, A.REDRAFT)
def redraft(turn: Turn, publication: Publication, said: Because) -> None:
    publication.come_back(said.reason)


@command(Publication, A.PUBLISH)
def publish(turn: Turn, publication: Publication, said: Nothing) -> None:
    """Frozen in rows of its own: what the public reads is never joined to what it must not read."""
    publication.publish(turn.by.name)
    publication.shown = progress(publication, turn.under(publication))
    lay_out(turn, publication)


@own(Publication, A.UPDATE)
def update(turn: Turn, publication: Publication, said: Nothing) -> None:
    """Promises kept, a rating given, a later reply: nothing but states and days, no text."""
    publication.shown = progress(publication, turn.under(publication))
    lay_out(turn, publication)


@own(Publication, A.DISPUTE)
def dispute(turn: Turn, publication: Publication, said: Nothing) -> None:
    """The deputy's word on the sheet came after it was opened: those who decide are told once, and the page keeps the day."""
    publication.note_objection(_objection(publication, turn.under(publication)))


def _objection(publication: Publication, under: Under) -> datetime:
    rows = objections(publication, under)
    return min((row.rated_at for row in rows if row.rated_at), default=clock.now())


def _take_down(turn: Turn, publication: Publication, said: Because) -> None:
    """The text leaves the public rows at once; why and by whom stays on record."""
    publication.take_down(getattr(said, "reason", "") or "建议已撤回", turn.by.name)
    take_off(turn, publication)


take_down = command(Publication, A.TAKE_DOWN)(_take_down)
own(Publication, A.TAKE_DOWN)(_take_down)
