"""Personal data marked in what is to be published: by the finder, as earlier reviews decided, and as a person adds them."""

from collections.abc import Iterable, Iterator, Mapping

from jianyi.cases.holders import proposers
from jianyi.parties.queries import names
from jianyi.turn.under import Under

from .models import Publication
from .parts import Mark, Part, is_of_suggestion
from .personal import Known, find


def marked(part: Part, known: Known) -> list[Mark]:
    """What the finder sees in one part, in the order of the text; nothing is decided yet."""
    return [
        _mark(part["key"], (span.start, span.end), span.kind, span.why, keep=span.keep)
        for span in sorted(find(part["text"], known))
    ]


def _mark(
    part: str,
    at: tuple[int, int],
    kind: str,
    why: str,
    *,
    keep: bool = False,
    hand: bool = False,
    how: str = "",
) -> Mark:
    start, end = at
    return {
        "part": part, "start": start, "end": end, "kind": kind, "why": why, "keep": keep, "hand": hand, "how": how, "reason": "",
    }  # fmt: skip


def returning(parts: Iterable[Part], there: list[Mark]) -> Iterator[Mark]:
    """A name that was marked where somebody is announced by it, wherever it stands in other parts with nothing to announce it."""
    texts = {part["key"]: part["text"] for part in parts}
    names = dict.fromkeys(_quoted(m, texts) for m in there if m["kind"] == "person" and m["how"] != "keep")
    return standing(texts, names, there, "别处标出了同一姓名。")


def standing(texts: Mapping[str, str], names: Iterable[str], there: list[Mark], why: str) -> Iterator[Mark]:
    """These names wherever nothing is marked yet, the longer one where one holds another."""
    longest_first = sorted(names, key=len, reverse=True)
    for key, text in texts.items():
        taken = {at for m in there if m["part"] == key for at in range(m["start"], m["end"])}
        for start, end in ((at, at + len(name)) for name in longest_first for at in _places(text, name)):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield _mark(key, (start, end), "person", why)


def _quoted(mark: Mark, texts: Mapping[str, str]) -> str:
    return texts.get(mark["part"], "")[mark["start"] : mark["end"]]


def added(parts: Iterable[Part], words: Iterable[str], there: list[Mark]) -> Iterator[Mark]:
    """Wherever these words stand: taken out, because a person says so."""
    known = {(m["part"], m["start"], m["end"]) for m in there}
    for part in parts:
        for word in words:
            for start in _places(part["text"], word):
                at = start, start + len(word)
                if (part["key"], *at) not in known:
                    yield _mark(part["key"], at, "other", "拟稿人要求隐去", hand=True, how="redact")


def taken_out(publication: Publication) -> list[str]:
    """The words that a person asked to be taken out wherever they stand, and that still are."""
    texts = {part["key"]: part["text"] for part in publication.parts}
    out = (m for m in publication.marks if m["hand"] and m["how"] == "redact")
    return list(dict.fromkeys(_quoted(m, texts) for m in out))


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def carried(publication: Publication, under: Under) -> list[Mark]:
    """What another review of the same suggestion has taken out of its text stays out."""
    own = {part["key"]: part["text"] for part in publication.parts if is_of_suggestion(part["key"])}
    others = [row for row in under.all(Publication) if row.id != publication.id]
    return [
        mark
        for row in others
        for part in row.parts
        if own.get(part["key"]) == part["text"]
        for mark in row.marks
        if mark["part"] == part["key"] and mark["how"] == "redact"
    ]


def unnamed(publication: Publication, under: Under) -> Iterator[Mark]:
    """Its proposers, where the place does not have them named: the finder takes a deputy for somebody in office."""
    if _names_its_proposers(publication, under):
        return iter(())
    found = names(publication.congress_id, set(proposers(under))).values()
    texts = {part["key"]: part["text"] for part in publication.parts}
    return standing(texts, found, publication.marks, "提出人的姓名，本地没有规定公开。")


def _names_its_proposers(publication: Publication, under: Under) -> bool:
    return "names" in under.place.publishes and not publication.root.confidential


def known_here(publication: Publication, under: Under) -> Known:
    """Who stands in a reply by right: its proposers where they may be named, its signer and its responsible leaders."""
    handling = publication.handling
    people = {handling.leader_id, handling.head_id} - {None}
    if _names_its_proposers(publication, under):
        people |= set(proposers(under))
    found = names(publication.congress_id, people)
    return Known(names=frozenset({*found.values(), publication.paper.signed_by} - {""}))
