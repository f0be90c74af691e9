"""Signing in without the form: a session as let_in makes it."""

import pytest
from django.test import Client

from jianyi.parties.models import Person
from jianyi.web.middleware import stamp


@pytest.fixture
def sign_in():
    """`sign_in(client, actor)`: the client is from then on this person; without a client a new one is made."""

    def enter(client, actor):
        client = client or Client()
        session = client.session
        session["person"], session["since"] = actor.person, stamp(Person.objects.get(id=actor.person))
        session.save()
        return client

    return enter
