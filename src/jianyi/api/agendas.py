"""The agenda of a meeting over the interface: the parts as the record gives them, and the text. It is taken by the step `convene`."""

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.agendas.queries import agendas as made
from jianyi.fieldwork.queries import meetings as queries

from .doors import who
from .inputs import Number
from .refusing import READS


router = Router(tags=["meetings"])


class Part(Schema):
    """`told`: the line of the agenda, empty where there is nothing; `of`: how many there are, of which `rows` are listed."""

    key: str
    title: str
    told: str
    header: list[str]
    rows: list[list[str]]
    of: int
    note: str


class Agenda(Schema):
    """`text`: one topic a line; `standing`: the agenda that the meeting has; `soon`: until how many days ahead something is about to be due."""

    text: str
    standing: str
    soon: int
    parts: list[Part]


@router.get("/meetings/{number}/agenda", response={200: Agenda, **READS})
def agenda(request: HttpRequest, number: Number, soon: int = 0) -> Agenda:
    """Of a 交办会 or a 调度会, for those who hold it."""
    file = queries.file(int(number), by=who(request))
    found = made.agenda(file, soon=soon) if file else None
    if file is None or found is None:
        raise Http404
    parts = [
        Part(
            key=part.key, title=part.title, told=part.told, header=list(part.header), rows=[list(row) for row in part.rows], of=part.of, note=part.note
        )
        for part in found.parts
    ]  # fmt: skip
    return Agenda(text=found.text, standing=file.meeting.agenda, soon=found.soon, parts=parts)
