"""The sight test: every address, read by everybody, shows each secret to exactly those who may read it."""

import logging
import re
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import pytest
from addresses import ASKED, FILLED, NEVER_READ, filled, patterns
from answers import told
from django.db import transaction
from django.test import override_settings
from scene import MARK, NOBODY, NOW, Scene

from build import at
from jianyi.web import middleware, shell


DEPUTIES = ("lead", "signer", "invited", "other", "hidden", "delegation")
GROUPS = [
    (*DEPUTIES[:3], "NYT.office", "JTT.head", "special", "special.other", NOBODY),
    (*DEPUTIES[3:], "JTT.office", "elsewhere.clerk", "elsewhere.office"),
    ("clerk", "NYT.leader", "JTT.leader", "CZT.officer", "SLT.office", "elsewhere.deputy"),
    ("committee", "government", "admin", "NYT.officer", "JTT.principal", "SLT.leader"),
    ("office", "NYT.head", "NYT.principal", "JTT.officer", "CZT.office", "elsewhere.admin"),
]
# A deputy's name is no secret by itself: where all deputies are listed, one among them stands in no relation to a case.
ROSTERS = {
    "api/v1/deputies",
    "deputies/",
    "suggestions/<int:number>/invitations/",
    "enter/",
    "people/",
    "people/<int:number>/",
}
OF_ROSTERS = {"hidden name", "hidden number"}
READ: set[str] = set()


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once; reading changes nothing that another reader could see."""
    # Whose session it is comes from memory, not from a table: that is asked before every one of thousands of answers.
    told = override_settings(
        JIANYI_FILES=tmp_path_factory.mktemp("files"), SESSION_ENGINE="django.contrib.sessions.backends.cache"
    )
    whole = transaction.atomic()
    whole._from_testcase = True
    with django_db_blocker.unblock(), told, whole:
        yield Scene()
        transaction.set_rollback(True)


# What stands around every page and inside every request: it hangs on the reader alone. All that reading changes in it is how
# many notices are unread.
AROUND = (
    (middleware, "actor"), (shell, "sitting_now"), (shell, "lines_of"), (shell, "seat_of"), (shell, "was_deputy"),
    (shell, "unread"), (shell.lists, "counters"),
)  # fmt: skip


@contextmanager
def asked_once():
    """Each of these is asked the product once for a reader; each answer is still printed on every page."""
    with ExitStack() as whole:
        for where, name in AROUND:
            whole.enter_context(patch.object(where, name, _once(getattr(where, name))))
        yield


def _once(ask):
    known = {}

    def answer(*asked, **by):
        key = (*asked, *sorted(by.items()))
        if key not in known:
            known[key] = ask(*asked, **by)
        return known[key]

    return answer


def walked(scene, role):
    """secret → pattern → the address under which this role came across it; and how many addresses were read."""
    with asked_once():
        return _walked(scene, role)


def words_of(names):
    """text → which of these words it has: those that begin alike are looked for together, any other by itself."""
    marked = re.compile("|".join(re.escape(word) for word in names if word.startswith(MARK)))
    others = [word for word in names if not word.startswith(MARK)]
    return lambda text: {*marked.findall(text), *(word for word in others if word in text)}


def _walked(scene, role):
    logging.disable(logging.WARNING)
    browser, found, count = scene.browser(role), {}, 0
    names = {secret.word: secret.name for secret in scene.secrets.values()}
    words = words_of(names)
    for pattern in patterns():
        for address in filled(pattern, scene.imported) if pattern != "sign-out/" else []:
            answer = browser.get(address)
            count += 1
            assert answer.status_code < 500, (role, address)
            READ.update([pattern] if answer.status_code == 200 else [])
            for seen in words(told(answer)) - words(address):
                found.setdefault(names[seen], {}).setdefault(pattern, address)
    logging.disable(logging.NOTSET)
    return found, count


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_everybody_comes_across_exactly_what_they_may_read(scene, group):
    wrong, count = [], 0
    for role in group:
        with at(NOW):
            found, addresses = walked(scene, role)
        count += addresses
        for name in OF_ROSTERS & set(found):
            found[name] = {pattern: where for pattern, where in found[name].items() if pattern not in ROSTERS}
        seen = {name for name, where in found.items() if where}
        wrong += [f"{role} reads {name!r}: {found[name]}" for name in sorted(seen - scene.seen_by(role))]
        wrong += [
            f"{role} does not find {name!r}" for name in sorted(scene.seen_by(role) - seen - OF_ROSTERS)
        ]
    print(f"\n{len(scene.secrets)} secrets, {len(group)} roles, {count} answers")
    assert not wrong, "\n".join(wrong)


def test_every_role_takes_its_turn(scene):
    assert sorted(role for group in GROUPS for role in group) == sorted(scene.roles)


def test_every_address_is_filled_in_and_can_be_read(scene):
    """A new address fails here until somebody has said with which numbers it is read, or why it cannot be."""
    known = patterns()
    strange = [pattern for pattern in known if "<" in pattern and pattern not in FILLED]
    assert not strange, "say in addresses.py how these are filled in"
    gone = [pattern for pattern in (*FILLED, *ASKED, *NEVER_READ) if pattern not in known]
    assert not gone, "these are no addresses any more"
    with at(NOW):
        unread = [
            pattern for pattern in known if pattern not in NEVER_READ and not read_by_somebody(scene, pattern)
        ]
    assert not unread, "nobody of the scene can read these"
    after_all = READ & set(NEVER_READ)
    assert not after_all, "these can be read after all"


def read_by_somebody(scene, pattern):
    """Those who are most likely to may go first."""
    logging.disable(logging.WARNING)
    addresses = filled(pattern, scene.imported)
    first = (
        role
        for role in ("clerk", "lead", "special", "NYT.officer", "NYT.office", "admin", "invited", "office")
    )
    found = pattern in READ or any(
        browser.get(address).status_code == 200
        for role in first
        for browser in [scene.browser(role)]
        for address in addresses
    )
    logging.disable(logging.NOTSET)
    return found


def test_who_asks_for_a_hidden_name_finds_no_case_by_it(scene):
    """An echo of the question is no answer: the case's own title must not come."""
    name, title = scene.secrets["hidden name"].word, scene.secrets["hidden deputy's title"].word
    with at(NOW):
        for role in ("NYT.office", "NYT.officer", "government", "JTT.office", "other"):
            browser = scene.browser(role)
            for address in ("/suggestions/", "/suggestions/export/", "/api/v1/suggestions"):
                assert title not in told(browser.get(address, {"q": name})), (role, address)
        assert title in told(scene.browser("clerk").get("/api/v1/suggestions", {"q": name}))
