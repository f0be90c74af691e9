"""The files of a case, as far as one reader may read them."""

from collections.abc import Mapping
from functools import cached_property

from ..models import Attachment, Contact, Promise, Suggestion
from .between import BetweenUnits


class WithFiles(BetweenUnits):
    """The part of a case file that was uploaded."""

    case: Suggestion

    @cached_property
    def contacts(self) -> list[Contact]:
        raise NotImplementedError

    @cached_property
    def hides_names(self) -> bool:
        raise NotImplementedError

    @property
    def oral_scans(self) -> set[int]:
        raise NotImplementedError

    @cached_property
    def attachments(self) -> list[Attachment]:
        """Of the suggestion itself, and what a unit keeps beside it; those of contacts: `evidence`."""
        own = {0, *(h.unit_id for h in self.own_handlings), *self.oral_scans}
        spoken = {row.id for row in (*self.under.all(Contact), *self.under.all(Promise))}
        return [row for row in self._attached if row.inside in own and row.subject_id not in spoken]

    @cached_property
    def evidence(self) -> Mapping[int, list[Attachment]]:
        """Photographs and papers of each contact and promise, for whoever is shown it; of a contact not where a face would
        tell a name that is kept from the reader."""
        shown = {row.id for row in self.promises if row.is_verified or row.handling in self.own_handlings} | {
            row.id for row in self.contacts if not self.hides_names
        }
        found: dict[int, list[Attachment]] = {}
        for row in self._attached:
            if row.subject_id in shown:
                found.setdefault(row.subject_id, []).append(row)
        return found

    @cached_property
    def _attached(self) -> list[Attachment]:
        rows = Attachment.objects.filter(congress_id=self.case.congress_id, root_id=self.case.id)
        return list(rows.order_by("file_id"))
