"""What is said names rows by number: do they exist, and may this person name them? Asked by pages and interface."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any, cast

from django.db.models import F, Q

from jianyi.documents.intake import SHOWN
from jianyi.documents.models import File
from jianyi.parties.models import Person
from jianyi.parties.queries import organisations, units
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Naming, Said

from .models import Attachment, Batch, Escalation, Idea, Past, Suggestion
from .sight import is_office, may_see


def unknown(said: Said, *, by: Actor) -> dict[str, str]:
    """field → sentence, for each field that names what this person cannot find."""
    return {
        f.name: f"“{f.metadata['label']}”里有找不到的{KNOWN[kind][0]}，请重新选择。"
        for f in fields(cast(Any, said))
        if (kind := f.metadata.get("kind", "")) in KNOWN
        and not _found(set(_numbers(getattr(said, f.name))), KNOWN[kind][1], by)
    }


def _numbers(value: Any) -> Iterable[int]:
    """The numbers in a field; 0 names nothing."""
    match value:
        case int():
            yield from [value] if value else []
        case Naming():
            yield value.unit
        case (int() as number, str()):
            yield number
        case tuple():
            for part in value:
                yield from _numbers(part)


def _found(numbers: set[int], ask: Callable[[Actor, set[int]], int], by: Actor) -> bool:
    return not numbers or ask(by, numbers) == len(numbers)


def _units(by: Actor, numbers: set[int]) -> int:
    return units(by=by).filter(id__in=numbers).count()


def _organisations(by: Actor, numbers: set[int]) -> int:
    return organisations(by=by).filter(id__in=numbers).count()


def _people(by: Actor, numbers: set[int]) -> int:
    return Person.objects.filter(congress_id=by.congress, id__in=numbers).count()


def _suggestions(by: Actor, numbers: set[int]) -> int:
    return Suggestion.objects.filter(may_see(by), id__in=numbers).count()


def _ideas(by: Actor, numbers: set[int]) -> int:
    """Of suggestions that one may see."""
    seen = Suggestion.objects.filter(may_see(by)).values("id")
    return Idea.objects.filter(congress_id=by.congress, id__in=numbers, root_id__in=seen).count()


def _pasts(by: Actor, numbers: set[int]) -> int:
    return Past.objects.filter(congress_id=by.congress, id__in=numbers).count()


def _batches(by: Actor, numbers: set[int]) -> int:
    rows = Batch.objects.filter(congress_id=by.congress, id__in=numbers)
    return rows.count() if is_office(by) else 0


def _escalations(by: Actor, numbers: set[int]) -> int:
    rows = Escalation.objects.filter(congress_id=by.congress, id__in=numbers)
    return rows.count() if is_office(by) else 0


def _files(by: Actor, numbers: set[int]) -> int:
    """One's own, and those that hang on a suggestion itself that one may see already."""
    seen = Suggestion.objects.filter(may_see(by)).values("id")
    of_cases = Attachment.objects.filter(congress_id=by.congress, root_id__in=seen)
    attached = of_cases.filter(subject_id=F("root_id"), inside=0).values("file_id")
    known = File.objects.filter(congress_id=by.congress, id__in=numbers)
    return known.filter(Q(owner_id=by.person) | Q(id__in=attached)).count()


def _own(by: Actor, numbers: set[int]) -> int:
    """One's own files alone: what proves something is brought by whoever says so."""
    return File.objects.filter(congress_id=by.congress, owner_id=by.person, id__in=numbers).count()


def _photographs(by: Actor, numbers: set[int]) -> int:
    """One's own files that are pictures."""
    own = File.objects.filter(congress_id=by.congress, owner_id=by.person, id__in=numbers)
    return own.filter(kind__in=SHOWN).count()


KNOWN: dict[str, tuple[str, Callable[[Actor, set[int]], int]]] = {
    "unit": ("单位", _units), "units": ("单位", _units), "naming": ("单位", _units), "division": ("处室", _organisations),
    "committee": ("专门委员会", _organisations),
    "divisions": ("处室", _organisations), "people": ("人员", _people), "colleague": ("人员", _people),
    "present": ("人员", _people), "deputies": ("代表", _people), "posted": ("代表", _people), "suggestion": ("建议", _suggestions),
    "cases": ("建议", _suggestions), "ideas": ("金点子", _ideas), "pasts": ("历史答复", _pasts), "batch": ("交办批次", _batches), "escalation": ("再次不满意的处理", _escalations), "files": ("附件", _files),
    "proofs": ("材料（只能附本人上传的）", _own), "photographs": ("照片（只收 PNG、JPEG 图片）", _photographs),
}  # fmt: skip
