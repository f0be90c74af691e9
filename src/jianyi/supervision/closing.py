"""What is still open with an organisation that is about to be abolished: it is refused as long as there is anything, and told what."""

from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef, Q

from jianyi.cases.models import Handling, Idea, Promise
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.parties import Ending
from jianyi.procedure.words import TRACK_LABELS, TRACKS
from jianyi.procedure.words.after import RATABLE
from jianyi.turn.models import WorkItem, word_name
from jianyi.turn.under import Under

from .lagging import IN_HAND
from .models import OPEN, STANDING, Help, Measure, Urging


FOLLOWED = (w.Promise.MADE, w.Promise.CHANGING, w.Promise.REPORTED, w.Promise.VERIFIED)
STUDIED = (w.Idea.NOTED, w.Idea.STUDIED)
LABELS = {word_name(track): TRACK_LABELS[track] for track in TRACKS}
# Told by their numbers, so not again as somebody's turn.
NUMBERED = ("handling", "promise", "idea", "urging", "measure", "help")
# What a house does for itself ends with it.
ITS_OWN = ("workscheme", "tally", "addressee")
MOST = 10
# What is sent, and may be asked for again.
MAY_COME_BACK = Q(root__stage__in=RATABLE) & (~Q(role=w.Role.CO) | Q(root__stage=w.Suggestion.HANDED_OVER))


def ending(organisation: Organisation, under: Under) -> Ending:
    """With the unit and all that is inside it, or with one division alone."""
    parts = [organisation.id, *_inside(organisation)]
    return Ending(tuple(_open(organisation.congress_id, parts, organisation.id)))


def _inside(organisation: Organisation) -> list[int]:
    rows = Organisation.objects.filter(congress_id=organisation.congress_id, parent_id=organisation.id)
    return list(rows.values_list("id", flat=True))


def _open(congress: int, parts: list[int], itself: int) -> Iterator[str]:
    yield from _suggestions(congress, parts)
    here = Q(congress_id=congress) & (Q(unit_id__in=parts) | Q(house_id__in=parts) | Q(division_id__in=parts))
    letters = Urging.objects.filter(here, stage__in=[w.Urging.DRAFTED, *OPEN, w.Urging.ANSWERED])
    measures = Measure.objects.filter(here, stage__in=STANDING)
    for word, rows in ((w.Urging, letters), (w.Measure, measures)):
        numbers = rows.order_by("id").values_list("number", flat=True)[:MOST]
        yield from _told(TRACK_LABELS[word], list(numbers), rows.count())
    helps = Help.objects.filter(
        congress_id=congress, unit_id__in=parts, stage__in=[w.Help.RUNNING, w.Help.REPORTED]
    )
    yield from _told(TRACK_LABELS[w.Help], [], helps.count())
    turns = WorkItem.objects.filter(congress_id=congress, organisation_id__in=parts).exclude(root_id=itself)
    rest = (
        turns.exclude(track__in=[*NUMBERED, *ITS_OWN])
        .values("track")
        .annotate(n=Count("subject_id", distinct=True))
        .order_by("track")
    )
    for row in rest:
        yield from _told(LABELS.get(row["track"], "其他事项"), [], row["n"])


def _suggestions(congress: int, parts: list[int]) -> Iterator[str]:
    here = Q(congress_id=congress) & (Q(unit_id__in=parts) | Q(division_id__in=parts))
    tasks = Handling.objects.filter(here, stage__in=[w.Handling.NAMED, *IN_HAND], dropped=False)
    later = Handling.objects.filter(congress_id=congress, previous_id=OuterRef("id"))
    sent = Handling.objects.filter(here, ~Exists(later), stage=w.Handling.DELIVERED)
    rows = tasks.select_related("root").order_by("root__between", "root__number", "id")
    yield from _told("在办建议", [f"第{row.root.no}号" for row in rows[: MOST + 1]], tasks.count())
    waiting = (
        sent.filter(MAY_COME_BACK).select_related("root").order_by("root__between", "root__number", "id")
    )
    yield from _told(
        "还没有了结的已答复建议", [f"第{row.root.no}号" for row in waiting[: MOST + 1]], waiting.count()
    )
    with_it = Q(congress_id=congress) & (Q(unit_id__in=parts) | Q(handling__unit_id__in=parts))
    yield from _told("未了结的承诺", [], Promise.objects.filter(with_it, stage__in=FOLLOWED).count())
    yield from _told("在研究的金点子", [], Idea.objects.filter(with_it, stage__in=STUDIED).count())


def _told(label: str, numbers: list[str], count: int) -> Iterator[str]:
    """「在办建议 2 件（第0003号、第0007号）」."""
    if count:
        known = [number for number in numbers[:MOST] if number]
        more = " 等" if count > len(known) else ""
        yield f"{label} {count} 件" + (f"（{'、'.join(known)}{more}）" if known else "")
