"""Files that come with a form: kept first, then named to the step like any other."""

from dataclasses import fields
from typing import Any, cast

from django.http import HttpRequest

from jianyi.documents.intake import stored
from jianyi.procedure.facts.said import Said


# kind of a field → the input that its files come in.
INPUTS = {"files": "upload", "proofs": "upload", "photographs": "pictures"}


def uploaded(request: HttpRequest, says: type[Said]) -> dict[str, list[str]]:
    """field → numbers: of what was kept before a refusal, and of what comes now. Raises Unreadable."""
    return {
        f.name: [
            *(part for part in request.POST.getlist(f.name) if part.strip()),
            *_now(request, INPUTS[kind]),
        ]
        for f in fields(cast(Any, says))
        if (kind := f.metadata.get("kind", "")) in INPUTS
    }


def _now(request: HttpRequest, name: str) -> list[str]:
    kept = stored(request.FILES.getlist(name), by=request.actor)  # type: ignore[attr-defined]
    return [str(file.id) for file in kept]
