"""The files of a letter: drawn from its frozen data when first asked for, then handed out byte for byte.

This is the one thing written outside a turn: it says nothing about the case, and the data it is drawn from cannot change."""

from jianyi.documents import issuing, store
from jianyi.documents.letters import frozen, laid
from jianyi.documents.letters.document import Document
from jianyi.documents.models import File

from ..models import Letter


def document(letter: Letter) -> Document:
    """Raises OSError or ValueError when its letterhead is no longer in the store as it was."""
    return frozen.thawed(letter.data, store.content)


def on_screen(letter: Letter) -> Document:
    """To be read where its letterhead is lost too: the name stands in its place. No file is drawn from this."""
    try:
        return document(letter)
    except (OSError, ValueError):
        return frozen.thawed(letter.data | {"letterhead_image": None}, store.content)


def content(letter: Letter, kind: str, owner: int) -> bytes:
    """PDF or .docx. Raises NoFonts; OSError or ValueError when the store no longer has what was kept."""
    number = getattr(letter, f"{kind}_id") or _drawn(letter, kind, owner)
    return store.read(File.objects.get(congress_id=letter.congress_id, id=number))


def _drawn(letter: Letter, kind: str, owner: int) -> int:
    """Of two who ask at once both get the file of the one who was first."""
    file = issuing.kept(
        document(letter), kind, name=letter.file_name, congress=letter.congress_id, owner=owner
    )
    row = Letter.objects.filter(congress_id=letter.congress_id, id=letter.id)
    row.filter(**{f"{kind}_id": None}).update(**{f"{kind}_id": file.id})
    found: int = row.values_list(f"{kind}_id", flat=True)[0]
    return found


def is_unchanged(letter: Letter) -> bool:
    """The data still have their digest, and the files theirs."""
    try:
        whole = laid.digest(document(letter)) == letter.digest
    except (KeyError, OSError, TypeError, ValueError):
        return False
    return whole and all(_is_whole(letter.congress_id, number) for number in (letter.pdf_id, letter.docx_id))


def _is_whole(congress: int, number: int | None) -> bool:
    if number is None:
        return True
    try:
        return bool(store.read(File.objects.get(congress_id=congress, id=number)))
    except (OSError, ValueError, File.DoesNotExist):
        return False
