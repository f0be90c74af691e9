"""The simulated province: every stage, lists that press, the same again from the same seed, and nothing amiss."""

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from consoles import Home
from jianyi.console.simulation.agenda import worked
from jianyi.kit import clock
from jianyi.procedure import words as w


# Passed through within one turn, or not in this place.
# A draft is void only when its task ends while it lies before the deputy; a letter and a request lapse only when the case goes
# elsewhere or is answered after them, and the game ends on the day on which they are written.
NEVER_RESTS = {
    w.Consultation.VOID, w.Suggestion.AT_DELEGATION, w.Rating.RATED, w.Batch.FROZEN, w.Urging.LAPSED, w.Measure.LAPSED, w.Plea.LAPSED,
}  # fmt: skip
LAID_OUT = {w.Handling.NAMED, w.Paper.DRAFTING, w.Rating.NEW, w.Suggestion.DRAFT, w.Invitation.INVITED}


@pytest.mark.parametrize("track", w.TRACKS)
def test_every_stage_is_there(made, track):
    found = made[1]["stages"][track.__name__.lower()]
    wanted = [stage for stage in track if stage.value != "new" or stage in LAID_OUT]
    assert [stage.value for stage in wanted if stage not in NEVER_RESTS and stage.value not in found] == []


def test_nothing_is_refused_and_every_suggestion_is_there(made):
    _, told = made
    assert told["refused"] == {} and told["suggestions"] == 104
    assert sum(told["stages"]["suggestion"].values()) == 104


def test_the_four_departments_have_rules_of_their_own_and_one_lives_by_photographs(made):
    """Which checks block, who meets whom, and of whose meetings there are photographs."""
    home, _ = made
    with closing(sqlite3.connect(home.database)) as database:
        rows = database.execute(
            "SELECT id, code, rule FROM parties_organisation WHERE kind = 'unit'"
        ).fetchall()
        rules = {code: (number, json.loads(rule)) for number, code, rule in rows}
        four = [rules[code][1] for code in ("澜发改", "澜环", "澜农", "澜文旅")]
        assert len({json.dumps([rule["checks"], rule["blocks"], rule["meets"]]) for rule in four}) == 4
        number, wlt = rules["澜文旅"]
        assert wlt["blocks"] and wlt["photographs"] and wlt["meets"]["other"] == "leader"
        told = database.execute(
            "SELECT c.id, count(a.id) FROM cases_contact c JOIN cases_handling h ON h.id = c.handling_id"
            " LEFT JOIN cases_attachment a ON a.subject_id = c.id"
            " WHERE h.unit_id = ? AND c.mode IN ('meeting', 'visit', 'symposium', 'field') AND NOT c.relayed GROUP BY c.id",
            (number,),
        ).fetchall()
    assert told and all(count for _, count in told)


def test_some_ratings_are_worth_a_look_for_the_office(made):
    """One telephone used for two deputies, and a link that was used within a minute of its opening."""
    with closing(sqlite3.connect(made[0].database)) as database:
        shared = database.execute(
            "SELECT device FROM cases_sheet WHERE device <> '' GROUP BY device HAVING count(DISTINCT rater_id) > 1"
        ).fetchall()
        soon = database.execute(
            "SELECT count(*) FROM cases_ratinglink WHERE used_at IS NOT NULL"
            " AND (julianday(used_at) - julianday(opened_at)) * 86400 < 60"
        ).fetchone()
    assert shared and soon[0]


def test_every_rate_says_what_it_is_counted_from(made):
    _, told = made
    for counted in told["deadlines"].values():
        assert counted["of"] == counted["kept"] + counted["missed"]
    assert told["deadlines"]["reply"]["missed"] > 0 < told["deadlines"]["reply"]["running"]
    rated = told["ratings"]
    assert rated["of"] == rated["satisfied"] + rated["basically_satisfied"] + rated["dissatisfied"] > 0
    assert told["seconds"] > 0


def test_the_lists_hold_something_late_something_today_and_something_to_come(made):
    """At each desk of the road: registering, handing over, receiving, deciding, answering, reviewing, signing, studying."""
    home, _ = made
    found = defaultdict(set)
    with closing(sqlite3.connect(home.database)) as database:
        for action, due in database.execute(
            "SELECT action, due_at FROM turn_workitem WHERE due_at < '9000-01-01'"
        ):
            found[action].add(_when(datetime.fromisoformat(due).replace(tzinfo=UTC)))
    for action in (
        "register",
        "propose",
        "hand_over",
        "acknowledge",
        "route",
        "grant",
        "begin",
        "pass",
        "sign",
        "handle_again",
    ):
        assert {"late", "today"} <= found[action], (action, found[action])
    assert sum("coming" in found[action] for action in found) >= 10
    assert {"today", "coming"} <= found["rate"] and {"today", "coming"} <= found["confirm"]


def _when(due: datetime) -> str:
    """On a day off nothing is due: then what comes first is what is due on the next day that is worked."""
    now = datetime.now(clock.HOME)
    tonight = clock.midnight(worked(now.date(), 0) + timedelta(days=1))
    return "late" if due <= now else "today" if due <= tonight else "coming"


def test_the_story_ends_today(made):
    home, _ = made
    with closing(sqlite3.connect(home.database)) as database:
        (last,) = database.execute("SELECT max(at) FROM journal_line").fetchone()
        (sittings,) = database.execute("SELECT count(*) FROM parties_sitting").fetchone()
    assert timedelta(0) <= datetime.now(clock.HOME) - datetime.fromisoformat(last) < timedelta(days=1)
    assert sittings == 2


def test_everything_is_sound_sealed_and_done(made):
    home, _ = made
    assert home.told("check")["violations"] == 0
    verified = home.told("journal", "verify")
    assert verified["faults"] == [] and verified["unsealed"] == 0 and verified["lines"] > 1000
    assert home.told("tick") == {"taken": 0}


def test_the_same_seed_makes_the_same_year(home, tmp_path):
    def once(path):
        path.mkdir()
        return {
            **Home(path).told("simulate", "--deputies", 14, "--units", 8, "--suggestions", 12, "--seed", 7),
            "seconds": 0,
        }

    assert once(tmp_path / "a") == once(tmp_path / "b")


def test_it_never_mixes_with_what_is_there(made):
    answer = made[0].call("simulate", "--suggestions", 5)
    assert answer.returncode == 1 and "空库" in answer.stderr


def test_the_demo_asks_before_it_deletes(province):
    answer = province.call("demo", said="no\n")
    assert answer.returncode == 1 and "没有改动" in answer.stderr
    assert province.told("journal", "verify")["lines"] > 1000


def test_the_demo_never_touches_what_is_not_a_demo(province):
    with closing(sqlite3.connect(province.database)) as database, database:
        database.execute("UPDATE parties_congress SET area = '某省'")
    answer = province.call("demo", "--yes")
    assert answer.returncode == 1 and "不是演示数据" in answer.stderr
