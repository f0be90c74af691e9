"""What the press wrote of suggestions, as one reader may see it."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from jianyi.cases.models import Attachment, Suggestion
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.cases.sight import is_office, may_see as may_see_case
from jianyi.kit import clock
from jianyi.kit.pages import Page, page
from jianyi.kit.statements import one
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..models import Featured, Publicity
from ..sight import may_see_publicity


SIZE = 20


class PublicityFile:
    """A report of the press through the eyes of one reader."""

    def __init__(self, publicity: Publicity, by: Actor) -> None:
        self.publicity, self.by, self.under = publicity, by, Under(publicity)

    def shows(self, subject: Subject) -> bool:
        """Nothing else hangs on it."""
        return subject.id == self.publicity.id

    @cached_property
    def cases(self) -> list[Suggestion]:
        """The suggestions it is about, as far as the reader may see them."""
        rows = Featured.objects.filter(congress_id=self.by.congress, root_id=self.publicity.id)
        found = Suggestion.objects.filter(may_see_case(self.by), id__in=rows.values("suggestion_id"))
        return list(found.order_by("between", "number", "id"))

    @cached_property
    def attachments(self) -> list[Attachment]:
        """Whoever may read that it was printed may read what was printed."""
        rows = Attachment.objects.filter(congress_id=self.by.congress, root_id=self.publicity.id)
        return list(rows.order_by("file_id"))

    @cached_property
    def acts(self) -> list[Act]:
        return acts_at(self.publicity, self.under, self.by)


def publicity_file(number: int, *, by: Actor) -> PublicityFile | None:
    """The report, or nothing for those who may not see it."""
    found = one(_in_sight, number, by, clock.today())
    return PublicityFile(found, by) if found else None


def subject(track: str, number: int, *, by: Actor) -> tuple[Publicity, PublicityFile] | None:
    """A report by its number, with its file; nothing where it is not shown."""
    return hanging(Publicity, publicity_file, track, number, by=by)


def _in_sight(by: Actor, today: date) -> QuerySet[Publicity]:
    return Publicity.objects.filter(may_see_publicity(by)).select_related("unit")


def publicity(
    *, by: Actor, year: int = 0, unit: int = 0, suggestion: int = 0, size: int = SIZE, after: str = "", before: str = ""
) -> Page:  # fmt: skip
    """What is on record, the latest first."""
    rows = Publicity.objects.filter(may_see_publicity(by), stage=w.Publicity.NOTED).select_related("unit")
    if year:
        rows = rows.filter(year=year)
    if unit:
        rows = rows.filter(unit_id=unit)
    if suggestion:
        rows = rows.filter(id__in=_of_case(suggestion, by))
    return page(rows, ("on", "id"), size, after=after, before=before, newest=True)


def _of_case(suggestion: int, by: Actor) -> list[int]:
    rows = Featured.objects.filter(congress_id=by.congress, suggestion_id=suggestion)
    return list(rows.values_list("root_id", flat=True))


def written_of(suggestion: int, *, by: Actor) -> list[Publicity]:
    """What the press wrote of a suggestion that the actor has open, the latest first."""
    numbers = _of_case(suggestion, by)
    if not numbers:
        return []
    rows = Publicity.objects.filter(may_see_publicity(by), id__in=numbers, stage=w.Publicity.NOTED)
    return list(rows.select_related("unit").order_by("-on", "-id"))


def reports_of_year(year: int, *, by: Actor) -> int:
    """How many are on record in a year: 0 for somebody who counts for nobody."""
    rows = Publicity.objects.filter(may_see_publicity(by), stage=w.Publicity.NOTED, year=year)
    return rows.count() if is_office(by) or by.houses else 0


def named(numbers: Iterable[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    told = Publicity.objects.filter(congress_id=by.congress, id__in=set(numbers))
    seen = set(told.filter(may_see_publicity(by)).values_list("id", flat=True))
    return {row.id: ("", row.title, row.id in seen) for row in told}
