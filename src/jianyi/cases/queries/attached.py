"""The files of a case, as far as one reader may read them."""

from collections.abc import Mapping
from functools import cached_property

from ..models import Attachment, Charge, Consultation, Contact, Escalation, Milestone, Promise, Suggestion
from .between import BetweenUnits


class WithFiles(BetweenUnits):
    """The part of a case file that was uploaded."""

    case: Suggestion

    @cached_property
    def contacts(self) -> list[Contact]:
        raise NotImplementedError

    @cached_property
    def consultations(self) -> list[Consultation]:
        raise NotImplementedError

    @cached_property
    def hides_names(self) -> bool:
        raise NotImplementedError

    @property
    def oral_scans(self) -> set[int]:
        raise NotImplementedError

    @cached_property
    def rating_scans(self) -> Mapping[int, list[Attachment]]:
        raise NotImplementedError

    @cached_property
    def shown_minutes(self) -> set[int]:
        raise NotImplementedError

    @cached_property
    def attachments(self) -> list[Attachment]:
        """Of the suggestion itself, and what a unit keeps beside it; of contacts and of what was done or asked inside it:
        `evidence`."""
        own = {0, *(h.unit_id for h in self.own_handlings), *self.oral_scans, *self.rating_scans}
        others = (Contact, Promise, Escalation)
        apart = {row.id for kind in others for row in self.under.all(kind)} | self._inner
        return [row for row in self._attached if row.inside in own and row.subject_id not in apart]

    @cached_property
    def evidence(self) -> Mapping[int, list[Attachment]]:
        """Photographs and papers by what they hang on, for whoever is shown it; of a contact not where a face would
        tell a name that is kept from the reader, of what is the unit's own business for the unit alone."""
        promised = {row.id for row in self.promises if row.is_verified or row.handling in self.own_handlings}
        shown = (
            self._inner
            | promised
            | self.shown_minutes
            | {row.id for row in self.contacts if not self.hides_names}
        )
        found: dict[int, list[Attachment]] = {}
        for row in self._attached:
            if row.subject_id in shown:
                found.setdefault(row.subject_id, []).append(row)
        return found

    @cached_property
    def _inner(self) -> set[int]:
        """Exemptions, milestones and charges of the reader's own unit."""
        if not self.own_handlings:
            return set()
        own = {h.id for h in self.own_handlings}
        rows: list[Consultation | Milestone | Charge] = [*self.consultations, *self.milestones, *self.charges]
        return {row.id for row in rows if row.handling_id in own}

    @cached_property
    def _attached(self) -> list[Attachment]:
        rows = Attachment.objects.filter(congress_id=self.case.congress_id, root_id=self.case.id)
        return list(rows.order_by("file_id"))
