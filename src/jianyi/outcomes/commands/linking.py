"""What may be linked: suggestions that the unit handles, golden ideas it took up, past replies that are kept."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from jianyi.cases.models import Handling, Idea, Past, Suggestion
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Linking
from jianyi.procedure.refusals import Code, NotReady
from jianyi.procedure.words.after import WITH_UNITS
from jianyi.turn.case import Turn

from ..models import Link, Outcome


GONE = (w.Handling.NAMED, w.Handling.MOVED, w.Handling.LAPSED)
NO_CASE = "所选的建议里有 {} 件不能关联：只能关联已交办给本单位的，已撤回、并入别件或者改由其他单位办理的不能。请改选。"
NO_IDEA = "所选的金点子里有 {} 条不能关联：只能关联本单位已采纳的。请先登记采纳，或者改选。"
NO_PAST = "所选的历史答复里有 {} 份已经移出：请改选。"


def link(turn: Turn, outcome: Outcome, said: Linking) -> None:
    """These too, none twice; each counts as soon as the outcome does. Raises NotReady for what may not be linked."""
    under = turn.under(outcome)
    known = {row.key for row in under.all(Link) if row.is_open}
    for key in dict.fromkeys(_wanted(outcome, said)):
        if key in known:
            continue
        case, idea, past = key
        row = Link(
            congress_id=outcome.congress_id, root_id=outcome.id, suggestion_id=case, idea_id=idea, past_id=past,
            made_by=turn.by.name, made_on=clock.today(),
        )  # fmt: skip
        row.save(force_insert=True)
        under.add(row)


def _wanted(outcome: Outcome, said: Linking) -> Iterable[tuple[int, int, int]]:
    handled(outcome.congress_id, outcome.unit_id, said.cases)
    ideas = dict(
        Idea.objects.filter(
            congress_id=outcome.congress_id, unit_id=outcome.unit_id, id__in=said.ideas, stage=w.Idea.TAKEN_UP
        ).values_list("id", "root_id")
    )
    _all_found(said.ideas, len(ideas), NO_IDEA)
    pasts = Past.objects.filter(congress_id=outcome.congress_id, id__in=said.pasts, stage=w.Past.KEPT)
    _all_found(said.pasts, pasts.count(), NO_PAST)
    yield from ((case, 0, 0) for case in said.cases)
    yield from ((ideas[idea], idea, 0) for idea in said.ideas)
    yield from ((0, 0, past) for past in said.pasts)


def handled(congress: int, unit: int | None, cases: tuple[int, ...]) -> None:
    """Raises NotReady unless all of these were handed over, to this unit where one is named."""
    tasks = Handling.objects.filter(congress_id=congress, root_id=OuterRef("id")).exclude(stage__in=GONE)
    tasks = tasks.filter(unit_id=unit) if unit else tasks
    rows = Suggestion.objects.filter(Exists(tasks), congress_id=congress, id__in=cases, stage__in=WITH_UNITS)
    _all_found(cases, rows.count(), NO_CASE)


def _all_found(numbers: tuple[int, ...], found: int, sentence: str) -> None:
    lacking = len(set(numbers)) - found
    if lacking:
        raise NotReady(Code.CHECKLIST_UNMET, sentence.format(lacking))
