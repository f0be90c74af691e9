"""One turn under way: the locked roots, and every step taken under them."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any, cast

from jianyi.journal import chain
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor, Holder, Post
from jianyi.procedure.facts.said import Nothing, Said
from jianyi.procedure.permit import is_final, own_stages, own_step, permit
from jianyi.procedure.refusals import Code, NotNow
from jianyi.procedure.steps import Step
from jianyi.procedure.words import Capacity

from . import clocks, items, soonest, tracks
from .models import Notice, Subject
from .tracks import track_of
from .under import Under


@dataclass(frozen=True)
class Voice:
    """Who speaks, in what capacities, and what is said."""

    by: Actor
    capacities: frozenset[Capacity]
    said: Said = Nothing()


PROCEDURE_ITSELF = frozenset({Capacity.THE_PROCEDURE})
LONG = 200
# What a step on anything under a root changes in the root; a step on the root itself has saved the rest.
OF_EVERY_STEP = ("seq", "head", "holds")
Body = Callable[["Turn", Any, Any], None]


def no_body(turn: "Turn", subject: Any, said: Any) -> None:
    """Most steps are the row and nothing else."""


@dataclass
class Turn:
    """`unders`: the locked roots by number, the one that was asked for first."""

    by: Actor
    unders: dict[int, Under]
    own_bodies: dict[tuple[type[Subject], Action], Body]
    taken: set[tuple[int, Action]] = field(default_factory=set)
    lines: list[Line] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    also: dict[str, Any] = field(default_factory=dict)

    def keep(self, **told: Any) -> None:
        """What the step itself found out and its line has to say beside what was said: a letter's number and digest."""
        self.also |= told

    def under(self, subject: Subject) -> Under:
        return self.unders[subject.root_number]

    def take(self, action: Action, subject: Subject, said: Said, body: Body) -> None:
        """The step a person takes."""
        under = self.under(subject)
        voice = Voice(self.by, tracks.capacities(self.by, subject, under), said)
        look_up = under.look_up(subject, self.by, said, voice.capacities)
        row = permit(action, subject.stage, voice.capacities, look_up, under.place)
        self._follow(row, subject, voice, body)

    def take_for_the_procedure(self, action: Action, subject: Subject, said: Said) -> None:
        """A step of the procedure that a person's step on another root brings about."""
        under, voice = self.under(subject), self._itself(said)
        look_up = under.look_up(subject, voice.by, said, voice.capacities)
        row = permit(action, subject.stage, voice.capacities, look_up, under.place)
        self._follow(row, subject, voice, self.own_bodies.get((type(subject), action), no_body))

    def take_own_steps(self) -> None:
        """Whatever the procedure does by itself, until nothing more is ready; each row once per subject."""
        while any(
            [self._take_own(subject, under) for under in self.unders.values() for subject in _waiting(under)]
        ):
            pass

    def finish(self) -> None:
        """Write what the steps have gathered: journal, notices, first days, work items, roots."""
        Line.objects.bulk_create(self.lines)
        Notice.objects.bulk_create(self.notices)
        for under in self.unders.values():
            under.root.save(update_fields=OF_EVERY_STEP)
            soonest.keep(under)
            items.rewrite(under)

    def _take_own(self, subject: Subject, under: Under) -> bool:
        voice = self._itself(Nothing())
        look_up = under.look_up(subject, voice.by, voice.said, voice.capacities)
        row = own_step(subject.stage, look_up, under.place)
        if row is None or (subject.id, row.action) in self.taken:
            return False
        self.taken.add((subject.id, row.action))
        self._follow(row, subject, voice, self.own_bodies.get((type(subject), row.action), no_body))
        return True

    def _itself(self, said: Said) -> Voice:
        return Voice(Actor(0, "程序", self.by.congress), PROCEDURE_ITSELF, said)

    def _follow(self, row: Step, subject: Subject, voice: Voice, body: Body) -> None:
        """Stage and clocks first, so that the body sees them; then its change, then the record."""
        under = self.under(subject)
        subject.stage = row.to or subject.stage
        subject.version += 1
        clocks.follow(row, subject, under)
        body(self, subject, voice.said)
        subject.save()
        if is_final(subject.stage, under.place):
            clocks.stop(under, subject.id)
        self._record(row, subject, voice, under)

    def _record(self, row: Step, subject: Subject, voice: Voice, under: Under) -> None:
        who = _who(voice, voice.capacities.intersection(row.by), subject, under)
        inside = subject.inside if row.inside else 0
        also, self.also = self.also, {}
        self.lines.append(
            chain.write(
                under.root, by=who, action=row.action.value, subject=str(subject), stage=subject.stage.value,
                inside=inside, said=kept(voice.said) | also,
            )
        )  # fmt: skip
        track = track_of(subject)
        to = {h: None for capacity in row.tells for h in track.holders(capacity, subject, under)}
        self.notices += [self._notice(row, subject, holder, under) for holder in to]

    def _notice(self, row: Step, subject: Subject, holder: Holder, under: Under) -> Notice:
        to = (
            {"duty": holder.duty.value, "organisation_id": holder.organisation}
            if isinstance(holder, Post)
            else {"person_id": holder.person}
        )
        return Notice(
            congress_id=under.root.congress_id, root_id=under.root.id, subject_id=subject.id,
            track=track_of(subject).name, action=row.action.value, seq=under.root.seq, at=clock.now(), **to,
        )  # fmt: skip


def _who(voice: Voice, acted: frozenset[Capacity], subject: Subject, under: Under) -> dict[str, Any]:
    """Who acted and in what capacities; `for` whom, where none of these is the person's own."""
    by = voice.by
    who = {"person": str(by.person), "name": by.name, "as": sorted(capacity.value for capacity in acted)}
    if by.stands_for and not acted & tracks.capacities(by.unlent, subject, under):
        who["for"] = sorted(map(str, by.stands_for))
    return who


def _waiting(under: Under) -> list[Subject]:
    """Subjects at a stage at which the procedure may act by itself."""
    found: list[Subject] = []
    for track in tracks.under(type(under.root)):
        stages = own_stages(under.place, track.stages)
        if stages:
            found += [subject for subject in under.all(track.model) if subject.stage in stages]
    return found


def kept(said: Said) -> dict[str, Any]:
    """As the journal keeps it: plain values, a long text as its digest, a secret not at all."""
    open_ = [f for f in fields(cast(Any, said)) if f.metadata.get("kind") != "secret"]
    return {f.name: _plain(getattr(said, f.name)) for f in open_}


def _plain(value: Any) -> Any:
    match value:
        case bool() | None:
            return value
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case list() | tuple():
            return [_plain(part) for part in value]
        case _ if is_dataclass(value):
            return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    told = str(value)
    return told if len(told) <= LONG else f"sm3:{chain.sm3(told)}"


def too_busy() -> NotNow:
    return NotNow(Code.BUSY, "此刻办理的人较多，这一步没有办成，内容已保留。请稍等几秒再试一次。")
