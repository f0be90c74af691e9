"""What a reader may do at a subject, ready or with what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Nothing, Said
from jianyi.procedure.needs import Lookup, Need
from jianyi.procedure.permit import open_steps
from jianyi.procedure.refusals import OWN_CODE, NotReady
from jianyi.procedure.steps import Step
from jianyi.turn.door import COMMANDS
from jianyi.turn.models import Subject
from jianyi.turn.tracks import capacities
from jianyi.turn.under import Under


@dataclass(frozen=True)
class Act:
    """Something this reader may do here. `missing`: why it is not ready, in sentences, `code`: the kind of the first;
    `asks`: what is said with it; `warned`: what is lacking without holding it back."""

    action: Action
    subject: Subject
    row: Step
    missing: list[str] = field(default_factory=list)
    code: str = ""
    warned: list[str] = field(default_factory=list)

    @property
    def ready(self) -> bool:
        return not self.missing

    @property
    def asks(self) -> type[Said]:
        return COMMANDS[type(self.subject), self.action].says


def acts_at(subject: Subject, under: Under, by: Actor) -> list[Act]:
    """What somebody may do at a subject. Of alternatives the one that is ready comes last, so that it stands."""
    can = capacities(by, subject, under)
    look_up = under.look_up(subject, by, Nothing(), can)
    steps = open_steps(subject.stage, can, under.place)
    acts = [_judged(subject, row, look_up) for row in steps if (type(subject), row.action) in COMMANDS]
    return list({act.action: act for act in sorted(acts, key=lambda act: act.ready)}.values())


def _judged(subject: Subject, row: Step, look_up: Lookup) -> Act:
    """Needs that hang on what will be said cannot be judged before it is said."""
    lacking = _lacking(row.needs, look_up)
    code = OWN_CODE.get((NotReady, row.action), lacking[0].code) if lacking else ""
    missing, warned = (
        [need.tell(look_up) for need in each] for each in (lacking, _lacking(row.warns, look_up))
    )
    return Act(row.action, subject, row, missing, code, warned)


def _lacking(needs: Iterable[Need], look_up: Lookup) -> list[Need]:
    looked = (need for need in needs if not any(issubclass(kind, Said) for kind in need.reads.values()))
    return [need for need in looked if not need.holds(look_up)]
