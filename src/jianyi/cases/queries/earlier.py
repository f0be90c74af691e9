"""The same matter raised before: what was promised then, and what came of it, as far as the reader may know."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q

from jianyi.kit.counts import each_up_to
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Handling, Past, Promise, Suggestion, TitlePair
from ..models.titles import pairs_of
from ..sight import may_read_replies
from .files import CaseFile


MOST = 5
# A pair in more titles than this says nothing of the matter.
RARE = 1_000
# How much of the title must be the same: less where the same deputy or the same unit is concerned.
LIKE, CLOSE = 0.7, 0.45


@dataclass(frozen=True)
class Earlier:
    """A suggestion raised before with what its sent replies promised; `why`: how it hangs together with the one at hand."""

    case: Suggestion
    why: str
    promises: list[Promise] = field(default_factory=list)


def earlier(file: CaseFile) -> list[Earlier]:
    """The nearest first, at most MOST; only where the reader may read its replies, only where something was promised."""
    case = file.case
    why = _merged(case, file.by) | {
        number: told for number, told in _alike(file).items() if number != case.id
    }
    promises = _promises(why, file.by)
    rows = {row.id: row for row in Suggestion.objects.filter(id__in=promises, congress_id=case.congress_id)}
    found = [Earlier(rows[number], told, promises[number]) for number, told in why.items() if number in rows]
    return found[:MOST]


def past_answers(file: CaseFile) -> list[Past]:
    """Answers from before the platform whose titles name the same matter; everybody of the congress reads them."""
    core = _core(file.case.title)
    if len(core) < 4:
        return []
    rows = Past.objects.filter(congress_id=file.case.congress_id, stage=w.Past.KEPT, title__contains=core)
    return list(rows.defer("body").order_by("-id")[:MOST])


def _core(title: str) -> str:
    """「关于……的建议」 without its frame."""
    return title.strip().removeprefix("关于").removesuffix("的建议").removesuffix("建议")


def _merged(case: Suggestion, by: Actor) -> dict[int, str]:
    """Those merged into it, the one it is merged into, and the others merged there."""
    into = case.merged_into_id or case.id
    rows = Suggestion.objects.filter(
        congress_id=case.congress_id, stage=w.Suggestion.MERGED, merged_into_id=into
    )
    numbers = [*rows.order_by("id").values_list("id", flat=True)[:MOST], into]
    return dict.fromkeys((number for number in numbers if number != case.id), "并案")


def _alike(file: CaseFile) -> dict[int, str]:
    """By the rare pairs of the title, the nearest first: less need be the same where lead or unit is."""
    case = file.case
    pairs = sorted(pairs_of(_core(case.title)))
    counts = each_up_to(TitlePair, [{"congress_id": case.congress_id, "pair": pair} for pair in pairs], RARE)
    rare = [pair for pair, count in zip(pairs, counts, strict=True) if count < RARE]
    rows = TitlePair.objects.filter(congress_id=case.congress_id, pair__in=rare, root_id__lt=case.id)
    shared = Counter(
        dict(rows.values_list("root_id").annotate(n=Count("id")).order_by("-n", "-root_id")[: 4 * MOST])
    )
    units = {handling.unit_id for handling in file.handlings}
    leads = _leads(file, set(shared))
    tasks = Handling.objects.filter(congress_id=case.congress_id, root_id__in=shared, unit_id__in=units)
    same = set(tasks.values_list("root_id", flat=True))
    told = {
        number: _why(count / max(len(rare), 1), leads.get(number) == case.lead_id, number in same)
        for number, count in shared.most_common()
    }
    return {number: why for number, why in told.items() if why}


def _leads(file: CaseFile, numbers: set[int]) -> dict[int, int]:
    """Who raised them, where neither name is kept from anybody: that two are of one deputy tells who a hidden one is."""
    if file.case.confidential:
        return {}
    rows = Suggestion.objects.filter(congress_id=file.case.congress_id, id__in=numbers, confidential=False)
    return dict(rows.values_list("id", "lead_id"))


def _why(share: float, lead: bool, unit: bool) -> str:
    if lead and share >= CLOSE:
        return "同一代表此前提出"
    if unit and share >= CLOSE:
        return "同一单位承办的相似建议"
    return "相似建议" if share >= LIKE else ""


def _promises(numbers: dict[int, str], by: Actor) -> dict[int, list[Promise]]:
    found: dict[int, list[Promise]] = defaultdict(list)
    cases = Suggestion.objects.filter(may_read_replies(by), id__in=list(numbers)).values("id")
    rows = Promise.objects.filter(Q(root_id__in=cases), congress_id=by.congress).exclude(stage=w.Promise.NEW)
    for row in rows.select_related("root", "unit").order_by("root_id", "nth"):
        found[row.root_id].append(row)
    return dict(found)
