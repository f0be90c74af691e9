"""Files beside what is put on record: attached by whoever takes the step, taken off as long as the step may be taken."""

from collections.abc import Iterable

from jianyi.documents.models import File
from jianyi.procedure.refusals import Code, NotReady
from jianyi.turn.case import Turn
from jianyi.turn.models import Subject

from ..models import Attachment


def attach(turn: Turn, subject: Subject, files: Iterable[int], inside: int = 0) -> None:
    """These too, as far as whoever acts brought them; none twice. `inside`: who alone may read them (Attachment)."""
    there = Attachment.objects.filter(congress_id=subject.congress_id, subject_id=subject.id)
    mine = File.objects.filter(congress_id=subject.congress_id, owner_id=turn.by.person, id__in=set(files))
    Attachment.objects.bulk_create(
        Attachment(
            congress_id=subject.congress_id, root_id=subject.root_number, subject_id=subject.id, file_id=file.id, name=file.name,
            inside=inside,
        )
        for file in mine.exclude(id__in=list(there.values_list("file_id", flat=True))).order_by("id")
    )  # fmt: skip


def prove(turn: Turn, subject: Subject, files: Iterable[int], inside: int = 0) -> None:
    """Attach what shows that something is so: only what whoever says it has brought. Raises NotReady for anything else: a
    file that is named and not attached would leave a proof without its paper."""
    named = set(files)
    own = File.objects.filter(congress_id=subject.congress_id, owner_id=turn.by.person, id__in=named).count()
    if own < len(named):
        raise NotReady(Code.NO_EVIDENCE, "佐证材料只能附本人上传的文件：请重新上传后再提交。")
    attach(turn, subject, named, inside)


def take_off(turn: Turn, subject: Subject, numbers: Iterable[int]) -> None:
    """These attachments hang on it no more; the stored files stay, as everything that was stored."""
    Attachment.objects.filter(
        congress_id=subject.congress_id, subject_id=subject.id, id__in=set(numbers)
    ).delete()
