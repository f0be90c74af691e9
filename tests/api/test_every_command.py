"""The general route knows every command of a case; the description is whole."""

import json
import re

import pytest

from jianyi.api.schema import commands
from jianyi.procedure.actions import Action
from jianyi.turn.door import COMMANDS
from jianyi.turn.tracks import by_name


def test_every_command_is_reachable(world, api):
    """Whatever the door knows for a case answers with what it is: refused, not found as a row, but never no such step."""
    client = api(world.clerk)
    for track, command in commands():
        status, body = client.post(f"/{track.name}/1/{command.action.value}")
        assert (status, body["code"]) == (404, "NOT_FOUND") and "没有这一步" not in body["reasons"][0], (
            track,
            command.action,
        )
        assert client.get(f"/{track.name}/1/actions/{command.action.value}")[0] == 404


def test_commands_of_cases_are_all_of_them(world):
    cases = {
        track.model
        for track in by_name().values()
        if track.root.__name__
        in (
            "Suggestion",
            "Batch",
            "Past",
            "Meeting",
            "WorkScheme",
            "Theme",
            "KeyTopic",
            "Outcome",
            "Publicity",
            "Circular",
            "Urging",
            "Measure",
            "Help",
            "Note",
        )
    }
    assert {(track.model, c.action) for track, c in commands()} == {
        key for key in COMMANDS if key[0] in cases
    }
    assert len(commands()) > 45


@pytest.mark.parametrize("track", ["person", "congress", "post", "nothing"])
def test_accounts_are_not_kept_over_the_interface(world, api, track):
    client = api(world.clerk)
    assert client.post(f"/{track}/{world.clerk.person}/change_password", {"hashed": "x"})[0] == 404
    assert client.post(f"/{track}/new/{Action.ADD.value}")[0] == 404


def test_the_description_is_whole(world, api):
    """Every reference leads somewhere, every path parameter is declared, every name is used once."""
    told = api().get("/openapi.json")[1]
    names = [op["operationId"] for path in told["paths"].values() for op in path.values()]
    assert len(names) == len(set(names))
    schemas = told["components"]["schemas"]
    for reference in re.findall(r'"\$ref": "([^"]+)"', json.dumps(told)):
        assert reference.removeprefix("#/components/schemas/") in schemas, reference
    for path, operations in told["paths"].items():
        for operation in operations.values():
            declared = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
            assert declared == set(re.findall(r"{(\w+)}", path)), path
            assert operation["responses"]
    assert "/api/v1/paper/{number}/sign" in told["paths"]
    assert schemas["Rated"]["properties"]["result"]["title"] == "办理结果"
