"""What the procedure asks about a key topic and what hangs on it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from jianyi.cases.models import Handling, Suggestion
from jianyi.fieldwork.models import Meeting
from jianyi.parties.models import Congress, Organisation, Person
from jianyi.parties.queries import CENTRAL, held_posts
from jianyi.procedure import words as w
from jianyi.procedure.facts.topics import Asked, Covering, Topical
from jianyi.procedure.needs.unit import ANSWERABLE
from jianyi.procedure.places import place
from jianyi.procedure.words import Kind
from jianyi.publication.models import PublicTopic
from jianyi.publication.personal import Known, find
from jianyi.turn.under import Under

from .holders import HANDS
from .models import Advice, Covered, KeyTopic, Sounding


AWAY = (w.Covered.OUT, w.Covered.GONE)
OVER = (w.Suggestion.WITHDRAWN, w.Suggestion.MERGED)


def topical(subject: Any, under: Under) -> Topical:
    topic: KeyTopic = under.root  # type: ignore[assignment]
    rows, soundings = under.all(Covered), under.all(Sounding)
    return Topical(
        body=under.once("body", lambda: body(topic)).name,
        free=under.once("free", lambda: frozenset(free(topic.congress_id).values_list("id", flat=True))),
        inside=inside(under),
        out=frozenset(row.suggestion_id for row in rows if row.stage in AWAY),
        waiting=sum(row.stage in (w.Sounding.NEW, w.Sounding.ASKED) for row in soundings),
        units=under.once(("units", inside(under)), lambda: frozenset(units(topic, inside(under)))),
        committees=under.once("committees", lambda: frozenset(committees(topic.congress_id))),
        meetings=under.once("meetings", lambda: frozenset(activities(topic).values_list("id", flat=True))),
        proposed_on=topic.proposed_on, listed_on=topic.decided_on, leader=topic.leader, public=topic.announced_on is not None,
        confidential=under.once(("hidden", inside(under)), lambda: _hidden(topic, inside(under))),
        people=(people := under.once(("people", inside(under)), lambda: _people(topic, inside(under)))),
        personal=under.once("personal", lambda: _personal(topic.title, people)),
        hidden=under.once("kept", lambda: _kept(topic)), renamed=under.once("renamed", lambda: _is_renamed(topic)),
    )  # fmt: skip


def _hidden(topic: KeyTopic, cases: frozenset[int]) -> int:
    return Suggestion.objects.filter(congress_id=topic.congress_id, id__in=cases, confidential=True).count()


def _kept(topic: KeyTopic) -> frozenset[int]:
    """Asked for only where the public is told of the topic."""
    rows = free(topic.congress_id).filter(confidential=True)
    return frozenset(rows.values_list("id", flat=True)) if topic.announced_on else frozenset()


def _is_renamed(topic: KeyTopic) -> bool:
    if topic.announced_on is None or topic.committee is None:
        return False
    rows = PublicTopic.objects.filter(congress_id=topic.congress_id, id=topic.id, gone=False)
    return rows.exclude(committee=topic.committee.name).exists()


def _people(topic: KeyTopic, cases: frozenset[int]) -> frozenset[str]:
    """Leaders and members, and the proposers: by name they are told by what is published of a suggestion, and by nothing else."""
    posts = held_posts(topic.congress_id).filter(root__kind__in=[*CENTRAL, Kind.SPECIAL])
    leads = Suggestion.objects.filter(congress_id=topic.congress_id, id__in=cases).values("lead_id")
    rows = Person.objects.filter(
        Q(id__in=posts.values("person_id")) | Q(id__in=leads), congress_id=topic.congress_id
    )
    return frozenset(name for name in rows.values_list("name", flat=True) if len(name) > 1)


def _personal(title: str, people: frozenset[str]) -> tuple[str, ...]:
    """Numbers of offices, which the finder would keep, are not told."""
    found = [title[span.start : span.end] for span in find(title, Known()) if not span.keep]
    return tuple(dict.fromkeys([*found, *(name for name in sorted(people) if name in title)]))


def body(topic: KeyTopic) -> Any:
    """What decides at the level of the congress, with its article."""
    congress = Congress.objects.get(id=topic.congress_id)
    return place(topic.place).decides[congress.level]


def inside(under: Under) -> frozenset[int]:
    """The suggestions that are in the topic now, or are just coming in."""
    rows = under.all(Covered)
    return frozenset(row.suggestion_id for row in rows if row.stage in (w.Covered.NEW, w.Covered.IN))


def free(congress: int) -> QuerySet[Suggestion]:
    """On their way to a reply, and in no topic."""
    held = Covered.objects.filter(congress_id=congress, holds=True).values("suggestion_id")
    return Suggestion.objects.filter(congress_id=congress, stage__in=ANSWERABLE).exclude(id__in=held)


def units(topic: KeyTopic, cases: Iterable[int]) -> set[int]:
    """Those that handle any of these suggestions."""
    rows = Handling.objects.filter(congress_id=topic.congress_id, root_id__in=list(cases), stage__in=HANDS)
    return set(rows.values_list("unit_id", flat=True))


def committees(congress: int) -> set[int]:
    """The special committees at work."""
    rows = Organisation.objects.filter(congress_id=congress, kind=Kind.SPECIAL, stage=w.Organisation.ACTIVE)
    return set(rows.values_list("id", flat=True))


def activities(topic: KeyTopic) -> QuerySet[Meeting]:
    """What a visit may belong to: called for this topic, or held by the congress's own office, and not called off."""
    rows = Meeting.objects.filter(Q(unit_id=None) | Q(topic_id=topic.id), congress_id=topic.congress_id)
    return rows.exclude(stage__in=[w.Meeting.NEW, w.Meeting.CALLED_OFF])


def covering(row: Covered, under: Under) -> Covering:
    topic: KeyTopic = under.root  # type: ignore[assignment]
    stage, hides = _cases_of(under).get(row.suggestion_id, (None, False))
    return Covering(
        live=stage not in OVER,
        answerable=stage in ANSWERABLE,
        elsewhere=row.suggestion_id in _elsewhere(under),
        open=topic.changes,
        others=len(inside(under) - {row.suggestion_id}),
        hides=hides and topic.announced_on is not None,
    )


def _cases(under: Under) -> frozenset[int]:
    return frozenset(row.suggestion_id for row in under.all(Covered))


def _cases_of(under: Under) -> dict[int, tuple[Any, bool]]:
    """suggestion → where it stands, and whether its proposer hides."""
    known = _cases(under)
    rows = Suggestion.objects.filter(congress_id=under.root.congress_id, id__in=known)
    found: dict[int, tuple[Any, bool]] = under.once(
        ("stages", known),
        lambda: {
            number: (stage, hides) for number, stage, hides in rows.values_list("id", "stage", "confidential")
        },
    )
    return found


def _elsewhere(under: Under) -> set[int]:
    known = _cases(under)
    rows = Covered.objects.filter(congress_id=under.root.congress_id, suggestion_id__in=known, holds=True)
    found: set[int] = under.once(
        ("elsewhere", known),
        lambda: set(rows.exclude(root_id=under.root.id).values_list("suggestion_id", flat=True)),
    )
    return found


def sounded(row: Sounding, under: Under) -> Asked:
    return Asked(decided=not under.root.is_undecided)  # type: ignore[attr-defined]


def advised(row: Advice, under: Under) -> Asked:
    topic: KeyTopic = under.root  # type: ignore[assignment]
    known = {(each.suggestion_id, each.unit_id) for each in under.all(Advice)}
    rows = Handling.objects.filter(
        congress_id=topic.congress_id, root_id__in={case for case, _ in known}, stage__in=HANDS
    ).exclude(root__stage__in=OVER)
    hands = under.once(("hands", frozenset(known)), lambda: set(rows.values_list("root_id", "unit_id")))
    return Asked(handled=(row.suggestion_id, row.unit_id) in hands)
