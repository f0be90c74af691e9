"""What the procedure asks about the publication of a reply."""

from jianyi.cases.models import Sheet, Suggestion
from jianyi.procedure import words as w
from jianyi.procedure.facts.publication import Cleared, is_within
from jianyi.turn.under import Under

from .copies import copies_of
from .models import Publication
from .parts import Mark, is_shown
from .progress import progress


ENDED = (w.Suggestion.WITHDRAWN, w.Suggestion.RETURNED, w.Suggestion.LETTER, w.Suggestion.REFERENCE)
WISHED = {"full": "full", "title_only": "title", "none": "none"}


def cleared(publication: Publication, under: Under) -> Cleared:
    case: Suggestion = under.root  # type: ignore[assignment]
    paper = publication.paper
    open_marks = shown_marks(publication)
    return Cleared(
        out=paper.stage is w.Paper.SENT,
        stands=case.stage not in ENDED and paper.stage is not w.Paper.VOID,
        hidden=case.confidential,
        way=publication.way,
        wished=wished(publication, under),
        signed=paper.publication,
        explained=bool(publication.reason.strip()),
        summarised=bool(publication.summary.strip()),
        undecided=sum(not mark["how"] for mark in open_marks),
        unexplained=sum(mark["how"] == "keep" and not mark["reason"] for mark in open_marks),
        hands=frozenset(publication.writers),
        texts=tuple(part["text"] for part in publication.parts),
        copies=_copies(publication, under),
        moved_on=publication.is_out and publication.shown != progress(publication, under),
        objected=bool(objections(publication, under)),
        noted=publication.objected_at is not None,
    )


def _copies(publication: Publication, under: Under) -> frozenset[int]:
    """Asked only while something may still be chosen."""
    if publication.stage is not w.Publication.DRAFTING:
        return frozenset()
    found = under.once(("copies", publication.id), lambda: copies_of(publication))
    return frozenset(number for number, copy in found.items() if copy.digest)


def shown_marks(publication: Publication) -> list[Mark]:
    """Those in what is shown the way it is to be published."""
    return [mark for mark in publication.marks if is_shown(mark["part"], publication.way)]


def wished(publication: Publication, under: Under) -> str:
    """The most that the deputy allows: the wish of the suggestion, until the deputy agrees to more; at the most the title where
    the deputy objects to the reply's being published."""
    case: Suggestion = under.root  # type: ignore[assignment]
    wish = WISHED.get(case.publication_wish, "none")
    if objections(publication, under):
        return "title" if is_within("title", wish) else wish
    return "full" if _sheets(publication, under, "agree") else wish


def objections(publication: Publication, under: Under) -> list[Sheet]:
    """Where the lead deputy has said that this reply should not be public."""
    return _sheets(publication, under, "disagree")


def oversteps(publication: Publication, under: Under) -> bool:
    """Is more to be shown, or shown already, than the deputy allows by now?"""
    return publication.way != "none" and not is_within(publication.way, wished(publication, under))


def _sheets(publication: Publication, under: Under, view: str) -> list[Sheet]:
    lead = under.root.lead_id  # type: ignore[attr-defined]
    return [
        row
        for row in under.all(Sheet)
        if row.paper_id == publication.paper_id and row.rater_id == lead and row.publication_view == view
    ]
