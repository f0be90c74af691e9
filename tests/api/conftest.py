"""A client of the interface: one bearer token for each person, answers as plain values."""

import json

import pytest
from django.test import Client

from build import again
from jianyi.parties import commands as parties
from jianyi.parties.models import Person
from jianyi.parties.signing import new_link
from jianyi.procedure.facts.said import Key


class Api:
    """`get` and `post` answer with (status, body); `key` is a bearer token, or none."""

    def __init__(self, key=""):
        self.client = Client(raise_request_exception=True)
        self.headers = {"authorization": f"Bearer {key}"} if key else {}

    def get(self, path, **asked):
        answer = self.client.get(f"/api/v1{path}", asked, headers=self.headers)
        return answer.status_code, answer.json() if answer.content else None

    def post(self, path, saying=None, about=None, *, raw=None, **more):
        told = {"saying": saying or {}, "about": about or {}, **more}
        body = raw if raw is not None else json.dumps(told)
        answer = self.client.post(
            f"/api/v1{path}", body, content_type="application/json", headers=self.headers
        )
        return answer.status_code, answer.json() if answer.content else None

    def do(self, path, saying=None, about=None, **more):
        """A step that must succeed."""
        status, body = self.post(path, saying, about, **more)
        assert status == 200, body
        return body

    def no(self, status, code, path, saying=None, about=None, **more):
        """A step that must be refused."""
        got, body = self.post(path, saying, about, **more)
        assert (got, body["code"]) == (status, code), body
        assert body["reasons"] and all(body["reasons"])
        return body


@pytest.fixture
def api():
    """`api(actor)`: a client with a fresh token of that person; `api()`: a stranger."""

    def client(by=None):
        if by is None:
            return Api()
        token, digest = new_link()
        parties.issue_key(by=by, on=again(Person(id=by.person, congress_id=by.congress)), saying=Key(digest))
        return Api(token)

    return client
