"""Unsent text, kept as it is typed: for its owner only, no fact of the case, no journal. Not through the door."""

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from jianyi.kit import clock
from jianyi.procedure.facts.acting import Actor

from .models import Buffer


Texts = dict[str, list[str]]
LONGEST = 300_000


class Overtaken(Exception):
    """Somebody (the owner, elsewhere) has written on since; nothing was written over."""


class TooLong(Exception):
    """More than a form can mean."""


def read(subject: str, *, by: Actor) -> Buffer | None:
    """What the actor has typed for a form and not yet sent."""
    found: Buffer | None = _own(subject, by).first()
    return found


def keep(subject: str, texts: Texts, version: int, *, by: Actor) -> Buffer:
    """Keep the text over the version the form knew (0: none yet). Raises Overtaken, TooLong."""
    if sum(len(text) for values in texts.values() for text in values) > LONGEST:
        raise TooLong
    if version:
        told = {"fields": texts, "saved_at": clock.now(), "version": version + 1}
        if not _own(subject, by).filter(version=version).update(**told):
            raise Overtaken
        kept: Buffer = _own(subject, by).get()
        return kept
    return _first(subject, texts, by)


def drop(subject: str, *, by: Actor) -> None:
    """It was sent, or is no longer wanted."""
    _own(subject, by).delete()


def _own(subject: str, by: Actor) -> QuerySet[Buffer]:
    return Buffer.objects.filter(congress_id=by.congress, owner_id=by.person, subject=subject)


def _first(subject: str, texts: Texts, by: Actor) -> Buffer:
    try:
        with transaction.atomic():
            return Buffer.objects.create(
                congress_id=by.congress,
                owner_id=by.person,
                subject=subject,
                fields=texts,
                saved_at=clock.now(),
                version=1,
            )
    except IntegrityError as error:
        raise Overtaken from error
