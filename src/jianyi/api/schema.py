"""The OpenAPI description: beside the general route, one path for every command, with what it asks."""

from copy import deepcopy
from typing import Any

from ninja import NinjaAPI

from jianyi.turn.door import COMMANDS, Command
from jianyi.turn.tracks import Track, by_name

from .offers import schema
from .subjects import ROOTS


GENERAL = "{track}/{number}/{action}"


class Api(NinjaAPI):
    def get_openapi_schema(self, **where: Any) -> Any:
        """Anybody may ask for it, and it takes half a second to make: made once, for it stays the same while a process runs."""
        known, key = self.__dict__.setdefault("_described", {}), str(where)
        if key not in known:
            known[key] = self._describe(**where)
        return known[key]

    def _describe(self, **where: Any) -> Any:
        """The commands are read from the door, so that none is missing."""
        told = super().get_openapi_schema(**where)
        general = next((path for path in told["paths"] if path.endswith(GENERAL)), None)
        if general:
            prefix, pattern = general.removesuffix(GENERAL), told["paths"].pop(general)["post"]
            for track, command in commands():
                path = f"{prefix}{track.name}/{{number}}/{command.action.value}"
                told["paths"][path] = {"post": _step(pattern, track, command, told["components"]["schemas"])}
        return told


def commands() -> list[tuple[Track, Command]]:
    """Every command of the tracks of a case."""
    tracks = [track for track in by_name().values() if track.root in ROOTS]
    return [
        (track, command)
        for track in tracks
        for (model, _), command in COMMANDS.items()
        if model is track.model
    ]


def _step(pattern: dict[str, Any], track: Track, command: Command, schemas: dict[str, Any]) -> dict[str, Any]:
    told, name = deepcopy(pattern), command.says.__name__
    said = schema(command.says)
    for inner, shape in said.pop("$defs", {}).items():
        schemas[inner] = _at_home(shape)
    schemas[name] = _at_home(said)
    told["operationId"] = f"{track.name}_{command.action.value}"
    told["summary"] = command.action.label
    told["description"] = command.__doc__ or command.action.label
    told["parameters"] = [one for one in told["parameters"] if one["name"] == "number"]
    body = {"properties": {"saying": {"$ref": f"#/components/schemas/{name}"}}}
    content = told["requestBody"]["content"]["application/json"]
    content["schema"] = {"allOf": [content["schema"], body]}
    return told


def _at_home(shape: Any) -> Any:
    """References point into the components."""
    if isinstance(shape, dict):
        return {key: _moved(part) if key == "$ref" else _at_home(part) for key, part in shape.items()}
    return [_at_home(part) for part in shape] if isinstance(shape, list) else shape


def _moved(reference: str) -> str:
    return reference.replace("#/$defs/", "#/components/schemas/")
