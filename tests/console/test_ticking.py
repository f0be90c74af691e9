"""`jianyi clock`: alone, beside another, killed and begun anew; what is due is told once."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from datetime import date, timedelta

import pytest


PATIENCE = 90


@contextmanager
def clock_of(home):
    process = subprocess.Popen(
        [sys.executable, "-m", "jianyi.console", "clock"], env=home.environment(JIANYI_LEASE="1"), stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.stderr.close()
        process.wait()


def asked(home, sql, *values):
    with closing(sqlite3.connect(home.database, timeout=30)) as base, base:
        return base.execute(sql, values).fetchall()


def until(home, sql, wanted):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if asked(home, sql)[0][0] == wanted:
            return
        time.sleep(0.2)
    pytest.fail(f"{sql}: {asked(home, sql)[0][0]}, not {wanted}")


def due_in_three_days(home, count):
    """Work items whose limit ends in three days, of as many cases; they wait since yesterday."""
    since, ends = (f"{date.today() + timedelta(days=days)} 16:00:00" for days in (-1, 3))
    (congress,) = asked(home, "SELECT id FROM parties_congress")[0]
    asked(home, "DELETE FROM turn_workitem")
    for nth in range(count):
        asked(
            home,
            "INSERT INTO turn_workitem (id, congress_id, root_id, subject_id, track, stage, action, \"limit\", person_id, duty,"
            " organisation_id, since, due_at) VALUES (?, ?, ?, ?, 'handling', 'routed', 'finish', 'reply', 7, '', 0, ?, ?)",
            nth + 1, congress, 10**6 + nth, nth, since, ends,
        )  # fmt: skip


TOLD = "SELECT COUNT(*) FROM turn_notice WHERE action = 'remind' AND occasion <> ''"


def test_two_clocks_one_of_them_killed_tell_what_is_due_once(province):
    due_in_three_days(province, 40)
    with clock_of(province) as one, clock_of(province) as other:
        until(province, "SELECT COUNT(*) FROM clockwork_beat WHERE name = 'tick' AND began_at IS NOT NULL", 1)
        one.kill()
        until(province, TOLD, 40)
        until(province, "SELECT COUNT(*) FROM turn_notice WHERE spread = 0", 0)
        other.send_signal(signal.SIGTERM)
        assert other.wait(PATIENCE) == 0 and "已结束" in other.stderr.read()
    assert asked(province, "SELECT COUNT(DISTINCT root_id) FROM turn_notice WHERE occasion <> ''") == [(40,)]
    told = province.call("check")
    assert "时钟·到期的程序步骤" in told.stdout and "时钟·期限提醒" in told.stdout


def test_an_empty_house_has_no_clock(home):
    answer = home.call("clock")
    assert answer.returncode == 1 and "jianyi run" in answer.stderr
