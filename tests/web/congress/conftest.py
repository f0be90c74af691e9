"""A browser for everybody of the small world."""

import pytest
from django.test import Client

from jianyi.parties.models import Person
from jianyi.web.middleware import stamp


@pytest.fixture
def browser(world):
    """`browser(actor)`: a client that is signed in as this person."""

    def signed_in(actor):
        client = Client()
        session = client.session
        session["person"], session["since"] = actor.person, stamp(Person.objects.get(id=actor.person))
        session.save()
        return client

    return signed_in
