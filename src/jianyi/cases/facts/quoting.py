"""Words of an opinion that its unit does not want in the reply, and that stand there all the same."""

from collections.abc import Iterator

from jianyi.kit.text import comparable
from jianyi.procedure import words as w
from jianyi.turn.under import Under

from ..models import Paper, Suggestion


# So many characters in a row are no accident; shorter ones are how offices speak.
LONG = 16
GIVEN = (w.Paper.OFFERED, w.Paper.ADOPTED)


def quoted(paper: Paper, under: Under) -> tuple[tuple[str, str], ...]:
    """(unit, the first passage) of each; what the suggestion itself says both may repeat."""
    kept = [row for row in under.all(Paper) if row.stage in GIVEN and not row.may_be_quoted]
    kept = [row for row in kept if row.handling.round == paper.handling.round] if paper.is_reply else []
    if not kept:
        return ()
    root: Suggestion = under.root  # type: ignore[assignment]
    reply, own = _words(paper), comparable("".join((root.title, root.situation, *root.points)))
    found = ((row.handling.unit.known_as, next(_shared(_words(row), reply, own), "")) for row in kept)
    return tuple((unit, passage) for unit, passage in found if passage)


def _words(paper: Paper) -> str:
    """Everything that is said to the points, without white space."""
    return comparable("".join(f"{each['text']}{each.get('measure', '')}" for each in paper.answers))


def _shared(opinion: str, reply: str, own: str) -> Iterator[str]:
    for start in range(len(opinion) - LONG + 1):
        passage = opinion[start : start + LONG]
        if passage in reply and passage not in own:
            yield passage
