"""Fixtures of every test: the small world, and the check that a refusal leaves nothing behind."""

import pytest

from jianyi.procedure.refusals import Refused


@pytest.fixture
def world(db):
    from build import World

    return World()


@pytest.fixture
def refused():
    """`refused(CODE, command, by=…, on=…)`: it is refused with this code, and nothing has changed."""

    def check(code, command, *, on, **told):
        from build import again

        before = again(on).version if not on._state.adding else None
        with pytest.raises(Refused) as refusal:
            command(on=on, **told)
        assert refusal.value.code == code, (refusal.value.code, refusal.value.reasons)
        assert refusal.value.reasons and all(refusal.value.reasons)
        assert before is None or again(on).version == before
        return refusal.value

    return check
