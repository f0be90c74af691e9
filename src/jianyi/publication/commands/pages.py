"""The public rows: written when a reply is published, rewritten when something of it moves on, emptied when it is taken down."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from jianyi.cases.issued.about import about
from jianyi.cases.models import Suggestion
from jianyi.cases.models.titles import pairs_of
from jianyi.kit import clock
from jianyi.procedure.facts.said import ADOPTIONS
from jianyi.turn.case import Turn
from jianyi.turn.under import Under

from ..finding import carried
from ..models import Public, Publication, PublicPair, PublicReply
from ..parts import texts


def lay_out(turn: Turn, publication: Publication) -> None:
    """The page of the suggestion, with all its replies that are public."""
    under = turn.under(publication)
    _page(under)
    reply = _reply(publication, under)
    PublicReply.objects.filter(congress_id=publication.congress_id, id=publication.id).delete()
    reply.save(force_insert=True)
    _index(under)


def take_off(turn: Turn, publication: Publication) -> None:
    """Not a word of it stays; where nothing else of the suggestion is public, its page says that it was taken down."""
    under = turn.under(publication)
    PublicReply.objects.filter(congress_id=publication.congress_id, id=publication.id).update(
        gone=True, opening="", answers=[], closing="", summary="", promises=[], files=[], grades=[],
        number="", promised=0, kept=0,
    )  # fmt: skip
    _page(under)
    _index(under)


def _out(under: Under) -> list[Publication]:
    """What is public of this suggestion, the first to be so first."""
    rows = [row for row in under.all(Publication) if row.is_out]
    return sorted(rows, key=lambda row: (row.published_at or clock.now(), row.id))


def _page(under: Under) -> None:
    case: Suggestion = under.root  # type: ignore[assignment]
    rows = _out(under)
    told = _told(case, under, rows) if rows else GONE
    there = Public.objects.filter(congress_id=case.congress_id, id=case.id)
    if there.exists():
        there.update(**told, gone=not rows, at=clock.now())
    else:
        Public.objects.create(congress_id=case.congress_id, id=case.id, at=clock.now(), **told)


GONE: dict[str, Any] = {
    "title": "", "proposer": "", "region": "", "category": "", "situation": "", "points": [], "words": "",
}  # fmt: skip


def _told(case: Suggestion, under: Under, rows: list[Publication]) -> dict[str, Any]:
    """The text of the suggestion as the first whole publication of it shows it."""
    shown = _read(rows[0], rows[0].way, under)
    whole = next((row for row in rows if row.way == "full"), None)
    own = _read(whole, "full", under) if whole else {}
    return {
        "no": case.no, "sitting": case.sitting.label, "year": _day(case.submitted_at or clock.now()).year,
        "title": (own or shown)["title"], "proposer": _proposer(under), "region": case.delegation.name if case.delegation else "",
        "category": case.category, "situation": own.get("situation", ""), "points": _points(own),
        "handed_over_on": _day(case.handed_over_at) if case.handed_over_at else None,
        "published_on": max(_day(row.published_at) for row in rows if row.published_at),
    }  # fmt: skip


def _read(row: Publication, way: str, under: Under) -> Mapping[str, str]:
    """Two reviews may have been open at once: what either has taken out of the suggestion's text, also later, is not shown."""
    return texts(row.parts, [*row.marks, *carried(row, under)], way)


def _points(own: Mapping[str, str]) -> list[str]:
    return [text for key, text in own.items() if key.startswith("point-")]


def _proposer(under: Under) -> str:
    """Who is named, where the place lets deputies be named and this one may be."""
    case: Suggestion = under.root  # type: ignore[assignment]
    if case.confidential or "names" not in under.place.publishes:
        return ""
    return about(under).deputies


def _day(at: datetime) -> Any:
    return at.astimezone(clock.HOME).date()


def _reply(row: Publication, under: Under) -> PublicReply:
    own, paper, shown = texts(row.parts, row.marks, row.way), row.paper, row.shown
    kind = under.place.classes.get(paper.reply_class)
    published, sent = row.published_at or clock.now(), paper.sent_at or clock.now()
    items = [own.get(f"promise-{nth}", "") for nth in range(1, len(shown["promises"]) + 1)]
    whole = row.way == "full"
    return PublicReply(
        id=row.id, congress_id=row.congress_id, public_id=row.root_id, unit_id=row.handling.unit_id,
        unit=row.handling.unit.name, round=row.handling.round, way=row.way, number=paper.number if row.way != "title" else "",
        reply_class=paper.reply_class, class_label=kind.label if kind else "", opening=own.get("opening", ""),
        answers=_answers(row, own) if whole else [], closing=own.get("closing", ""), summary=own.get("summary", ""),
        grades=shown["rating"],
        promises=[[item, *told] for item, told in zip(items, shown["promises"], strict=True)] if whole else [],
        promised=len(shown["promises"]), kept=shown["kept"], files=row.files if whole else [], again=shown["again"],
        replied_on=_day(sent), published_on=_day(published),
    )  # fmt: skip


def _answers(row: Publication, own: Mapping[str, str]) -> list[list[Any]]:
    """[number of the point, adoption in words, text, measure]"""
    return [
        [
            each["no"], ADOPTIONS.get(each["adoption"], ""), own.get(f"answer-{each['no']}", ""),
            own.get(f"measure-{each['no']}", ""),
        ]
        for each in row.paper.answers
    ]  # fmt: skip


def _index(under: Under) -> None:
    """Every pair of characters of what is public, and all of it in one text."""
    case = under.root
    page = Public.objects.get(congress_id=case.congress_id, id=case.id)
    replies = PublicReply.objects.filter(congress_id=case.congress_id, public_id=case.id, gone=False)
    told = [] if page.gone else [*_words(page), *(word for row in replies for word in _words_of(row))]
    page.words = "\n".join(told).casefold()
    page.save(update_fields=["words"])
    wanted = {pair for text in told for pair in pairs_of(text)}
    rows = PublicPair.objects.filter(congress_id=case.congress_id, public_id=case.id)
    known = set(rows.values_list("pair", flat=True))
    rows.filter(pair__in=known - wanted).delete()
    PublicPair.objects.bulk_create(
        PublicPair(congress_id=case.congress_id, public_id=case.id, pair=pair)
        for pair in sorted(wanted - known)
    )


def _words(page: Public) -> Iterable[str]:
    return filter(None, (page.no, page.title, page.proposer, page.category, page.situation, *page.points))


def _words_of(row: PublicReply) -> Iterable[str]:
    answers = (text for each in row.answers for text in each[2:])
    promised = (each[0] for each in row.promises)
    return filter(None, (row.unit, row.number, row.opening, *answers, row.closing, row.summary, *promised))
