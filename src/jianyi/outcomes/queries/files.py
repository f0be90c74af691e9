"""One outcome as one reader may see it."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from jianyi.cases.models import Attachment, Idea, Past, Suggestion
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.files import case
from jianyi.cases.queries.hanging import hanging
from jianyi.cases.sight import is_office, may_see as may_see_case
from jianyi.kit import clock
from jianyi.kit.statements import one
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..models import Document, Edition, Link, Outcome, Quantity
from ..sight import is_inner, may_see, stage_for


class OutcomeFile:
    """An outcome and what hangs on it, through the eyes of one reader."""

    def __init__(self, outcome: Outcome, by: Actor) -> None:
        self.outcome, self.by, self.under = outcome, by, Under(outcome)

    @cached_property
    def is_inner(self) -> bool:
        """The office and the leaders of the unit, and whoever wrote it down: they read drafts as well."""
        return is_inner(self.by, self.outcome)

    @cached_property
    def is_house(self) -> bool:
        """Whoever works in the unit, and the congress's own bodies: they read what shows it, and what it said before."""
        return self.is_inner or is_office(self.by) or self.outcome.unit_id in self.by.houses

    @property
    def stage(self) -> w.Outcome:
        return stage_for(self.by, self.outcome)

    @cached_property
    def editions(self) -> list[Edition]:
        """The latest first: every one, or those that were checked, or the one that counts."""
        rows = Edition.objects.filter(congress_id=self.outcome.congress_id, root_id=self.outcome.id)
        found = list(rows.order_by("-edition"))
        if self.is_inner:
            return found
        known = [row for row in found if row.certified_on]
        return known if self.is_house else [row for row in known if row.edition == self.outcome.standing]

    @property
    def text(self) -> Edition:
        """What the reader is told that it says."""
        return self.editions[0]

    def documents(self, edition: int) -> list[Document]:
        return [row for row in self._documents if row.edition == edition]

    def quantities(self, edition: int) -> list[Quantity]:
        return [row for row in self._quantities if row.edition == edition]

    @cached_property
    def _documents(self) -> list[Document]:
        rows = Document.objects.filter(congress_id=self.outcome.congress_id, root_id=self.outcome.id)
        return list(rows.order_by("edition", "nth"))

    @cached_property
    def _quantities(self) -> list[Quantity]:
        rows = Quantity.objects.filter(congress_id=self.outcome.congress_id, root_id=self.outcome.id)
        return list(rows.order_by("edition", "nth"))

    # What it came of

    @cached_property
    def cases(self) -> dict[int, Suggestion]:
        """The suggestions it is linked to, or was, as far as the reader may see them: by number."""
        numbers = {row.suggestion_id for row in self.under.all(Link)} - {0}
        found = Suggestion.objects.filter(may_see_case(self.by), id__in=numbers)
        return {row.id: row for row in found.order_by("between", "number", "id")}

    @cached_property
    def ideas(self) -> dict[int, Idea]:
        """The golden ideas, for whoever reads them on the page of their suggestion."""
        linked = {row.suggestion_id for row in self.under.all(Link) if row.idea_id}
        files = (case(number, by=self.by) for number in linked & set(self.cases))
        return {idea.id: idea for file in files if file for idea in file.ideas}

    @cached_property
    def pasts(self) -> dict[int, Past]:
        numbers = {row.past_id for row in self.under.all(Link)} - {0}
        rows = Past.objects.filter(congress_id=self.by.congress, id__in=numbers, stage=w.Past.KEPT)
        return {row.id: row for row in rows.defer("body")}

    @cached_property
    def links(self) -> list[Link]:
        """Those the reader is shown: of those that were taken off the house alone knows, and of those that wait the same."""
        return [row for row in self.under.all(Link) if self._shows_what(row) and self._shows_when(row)]

    def _shows_what(self, row: Link) -> bool:
        if row.idea_id:
            return row.idea_id in self.ideas
        return row.suggestion_id in self.cases or row.past_id in self.pasts

    def _shows_when(self, row: Link) -> bool:
        return self.is_house or row.stage is w.Link.COUNTED

    @property
    def open_links(self) -> list[Link]:
        return [row for row in self.links if row.is_open]

    # What shows it, and what may be done

    @cached_property
    def attachments(self) -> list[Attachment]:
        if not self.is_house:
            return []
        rows = Attachment.objects.filter(congress_id=self.outcome.congress_id, root_id=self.outcome.id)
        return list(rows.order_by("file_id"))

    @cached_property
    def acts(self) -> list[Act]:
        """What the reader may do here, with the outcome and with every link that is shown."""
        subjects: list[Subject] = [self.outcome, *self.open_links]
        return [act for subject in subjects for act in acts_at(subject, self.under, self.by)]

    def shows(self, subject: Subject) -> bool:
        return any(row.id == subject.id for row in (self.outcome, *self.links))


def file(number: int, *, by: Actor) -> OutcomeFile | None:
    """The outcome, or nothing for those who may not see it."""
    found = one(_in_sight, number, by, clock.today())
    return OutcomeFile(found, by) if found else None


def _in_sight(by: Actor, today: date) -> QuerySet[Outcome]:
    return Outcome.objects.filter(may_see(by)).select_related("unit")


def subject(track: str, number: int, *, by: Actor) -> tuple[Subject, OutcomeFile] | None:
    """An outcome or a link of one, with its file; nothing where it is not shown."""
    return hanging(Outcome, file, track, number, by=by)


def named(numbers: Iterable[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices. Who was told of one that no longer counts still reads
    its name."""
    told = Outcome.objects.filter(congress_id=by.congress, id__in=set(numbers))
    seen = set(told.filter(may_see(by)).values_list("id", flat=True))
    return {row.id: ("", row.name, row.id in seen) for row in told}
