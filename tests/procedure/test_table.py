"""The whole table crossed out: every action at every stage by every capacity in every place."""

from dataclasses import replace
from itertools import product

import pytest

from jianyi.procedure.actions import Action as A
from jianyi.procedure.needs import Need
from jianyi.procedure.permit import own_step, permit, rows_of
from jianyi.procedure.places import every_place, place
from jianyi.procedure.refusals import NEVER, OWN_CODE, Code, NotHere, NotNow, NotReady, NotYou, Refused
from jianyi.procedure.steps import STEPS
from jianyi.procedure.words import (
    TRACKS,
    Capacity as C,
    ContactGate as Gate,
    DelegationReview as Delegation,
    Escalate,
    GovernmentOffice as Government,
    Limit as L,
    Mediation,
    Note,
    Oral,
    OralReply,
    Person,
    Rating,
    Rehandle,
    Suggestion as S,
    Withdraw,
)


def turned(place):
    """The same place with every switch that parts rows standing the other way."""
    words = {
        Delegation.IN_SITTING,
        Government.DECIDES,
        Rehandle.AUTOMATIC,
        Withdraw.BEFORE_HAND_OVER,
        Gate.WARNS,
        Escalate.INTERVIEW,
        Oral.NONE if place.says(Oral.BESIDE) else Oral.BESIDE,
        Mediation.GOVERNMENT if place.says(Mediation.BODY) else Mediation.BODY,
    }
    kept = {word for word in place.switches if type(word) not in {type(word) for word in words}}
    return replace(place, key=f"{place.key}-turned", switches=frozenset(kept | words))


PLACES = (*every_place(), turned(place("lj-2026")))
STAGES = [stage for track in TRACKS for stage in track]
EVERY_PLACE = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)


def nothing(kind):
    """No fact at all: with every need overruled nobody asks for one."""
    raise AssertionError(f"{kind} was asked for")


@pytest.fixture
def every_need_holds(monkeypatch):
    monkeypatch.setattr(Need, "holds", lambda self, look_up: True)


@pytest.fixture
def only_these_needs_fail(monkeypatch):
    failing = set()
    monkeypatch.setattr(Need, "holds", lambda self, look_up: self not in failing)
    monkeypatch.setattr(Need, "tell", lambda self, look_up: self.sentence)
    return failing


def in_force(place, row):
    """Of every switch that a row mentions the place must stand on one of the words it names."""
    switches = {type(word) for word in row.only}
    return all(
        any(word in place.switches for word in row.only if type(word) is switch) for switch in switches
    )


def table(place):
    """(action, stage, capacity) → rows, laid out cell by cell."""
    cells, acts, doers = {}, {}, {}
    for row in (row for row in STEPS if in_force(place, row)):
        acts.setdefault((row.action, row.track), set()).update(row.at)
        for who in row.by:
            doers.setdefault((row.action, row.track, who), set()).update(row.at)
            for at in row.at:
                cells.setdefault((row.action, at, who), []).append(row)
    return cells, acts, doers


def expected(cells, acts, doers, action, stage, who):
    """Not here, not you, not now (early or late), or the first row of the cell."""
    track = type(stage)
    if (action, track) not in acts:
        return NotHere, OWN_CODE.get((NotHere, action), Code.NOT_IN_THIS_PLACE)
    if (action, stage, who) in cells:
        return cells[action, stage, who][0], None
    mine = doers.get((action, track, who), set())
    if stage in acts[action, track] or not mine:
        return NotYou, OWN_CODE.get((NotYou, action), Code.WRONG_ACTOR)
    road = list(track)
    ahead = any(road.index(at) > road.index(stage) for at in mine)
    return NotNow, Code.TOO_EARLY if ahead else Code.TOO_LATE


def answer(action, stage, who, place):
    try:
        return permit(action, stage, {who}, nothing, place), None
    except Refused as refusal:
        assert refusal.reasons and all(reason.endswith("。") for reason in refusal.reasons)
        return type(refusal), refusal.code


@EVERY_PLACE
def test_every_cell_answers_as_the_table_says(place, every_need_holds):
    known = table(place)
    for action, stage, who in product(A, STAGES, C):
        assert answer(action, stage, who, place) == expected(*known, action, stage, who), (action, stage, who)


@EVERY_PLACE
def test_nobody_without_a_capacity_does_anything(place, every_need_holds):
    for action, stage in product(A, STAGES):
        with pytest.raises(Refused):
            permit(action, stage, frozenset(), nothing, place)


ALONE = {
    (A.REGISTER, "suggestion"): {C.CONGRESS_OFFICE},
    (A.TURN_DOWN, "suggestion"): {C.CONGRESS_OFFICE},
    (A.MERGE, "suggestion"): {C.CONGRESS_OFFICE},
    (A.HAND_OVER, "suggestion"): {C.COMMITTEE_HEAD},
    (A.HAND_OVER, "batch"): {C.COMMITTEE_HEAD},
    (A.SUBMIT, "suggestion"): {C.LEAD_DEPUTY},
    (A.CO_SIGN, "invitation"): {C.INVITEE},
    (A.ACKNOWLEDGE, "handling"): {C.UNIT_OFFICE},
    (A.ROUTE, "handling"): {C.UNIT_OFFICE, C.RECEIVER},
    (A.RECORD, "contact"): {C.CASE_OFFICER},
    (A.RELAY, "contact"): {C.CONGRESS_OFFICE},
    (A.CONFIRM, "contact"): {C.CONTACTED},
    (A.PASS, "paper"): {C.AT_THE_DESK},
    (A.SIGN, "paper"): {C.SIGNER},
    (A.SEND, "paper"): {C.CASE_OFFICER, C.UNIT_OFFICE},
    (A.ADOPT, "paper"): {C.LEAD_UNIT},
    (A.APPROVE, "return"): {C.UNIT_LEADER},
    (A.AGREE, "withdrawal"): {C.CO_SIGNER},
    (A.RATE, "rating"): {C.RATER},
    (A.CLOSE, "suggestion"): {C.CONGRESS_OFFICE, C.THE_PROCEDURE},
}


@EVERY_PLACE
def test_what_only_one_may_do_no_other_may_anywhere(place):
    for (action, track), who in ALONE.items():
        rows = [
            r
            for r in STEPS
            if r.action is action and r.track.__name__.lower() == track and in_force(place, r)
        ]
        assert {capacity for row in rows for capacity in row.by} == who, (action, track)


# Needs


@EVERY_PLACE
def test_every_need_alone_holds_its_row_back(place, only_these_needs_fail):
    tried = 0
    for row in (row for track in TRACKS for row in rows_of(place, track)):
        others = [r for r in rows_of(place, row.track) if r is not row and r.action is row.action]
        for need, at, who in product(row.needs, row.at, row.by):
            rivals = [r for r in others if at in r.at and who in r.by]
            only_these_needs_fail.clear()
            only_these_needs_fail.update({need}, *(r.needs for r in rivals))
            with pytest.raises(NotReady) as refusal:
                permit(row.action, at, {who}, nothing, place)
            assert refusal.value.reasons
            tried += 1
    assert tried > 150


@EVERY_PLACE
def test_the_first_unmet_need_gives_the_code_and_all_give_reasons(place, only_these_needs_fail):
    for row in (row for track in TRACKS for row in rows_of(place, track) if row.needs):
        rivals = [r for r in rows_of(place, row.track) if r.action is row.action and set(r.at) & set(row.at)]
        if len(rivals) > 1:
            continue
        only_these_needs_fail.clear()
        only_these_needs_fail.update(row.needs)
        with pytest.raises(NotReady) as refusal:
            permit(row.action, row.at[0], {row.by[0]}, nothing, place)
        assert refusal.value.code == OWN_CODE.get((NotReady, row.action), row.needs[0].code)
        assert list(refusal.value.reasons) == [need.sentence for need in row.needs]


@EVERY_PLACE
def test_two_rows_of_the_same_cell_are_told_apart_by_their_needs(place):
    cells, _, _ = table(place)
    for cell, rows in cells.items():
        assert len({row.needs for row in rows}) == len(rows), cell
        assert all(row.needs for row in rows[:-1]), (
            f"{cell}: nothing after a row without needs is ever reached"
        )


def test_every_sentence_ends_as_one_and_every_phrase_has_one_meaning():
    needs = {need for row in STEPS for need in row.needs}
    assert all(need.sentence.endswith("。") for need in needs)
    named = {need.phrase: need for need in needs if need.phrase not in ("it_is_in_time", "it_has_run_out")}
    assert len(named) == len({need for need in needs if need.phrase in named})


# Roads


def reached(start, place):
    found, ahead = set(), {start}
    while ahead:
        found |= ahead
        ahead = {
            row.to for row in rows_of(place, type(start)) if row.to and found.intersection(row.at)
        } - found
    return found


# What a place without the switch, or the procedure's own doing elsewhere, leaves out.
ONLY_WITH_A_SWITCH = {S.AT_DELEGATION, Rating.UPHELD, *OralReply}


@EVERY_PLACE
def test_every_stage_of_every_track_is_reached_from_its_first(place):
    for track in TRACKS:
        missing = set(track) - reached(next(iter(track)), place)
        assert missing <= ONLY_WITH_A_SWITCH, (track, missing)
        if missing:
            assert not any(row.to in missing for row in rows_of(place, track))


def test_every_stage_is_reached_by_some_row():
    assert set(STAGES) - {row.to for row in STEPS} <= {next(iter(track)) for track in TRACKS}


ENDS = {S.CLOSED, S.WITHDRAWN, S.MERGED, S.LETTER, S.REFERENCE, S.RETURNED}


@EVERY_PLACE
def test_every_suggestion_comes_to_an_end(place):
    for stage in S:
        assert reached(stage, place) & ENDS, stage
    for stage in ENDS:
        assert reached(stage, place) == {stage}, f"{stage} leads on"


@EVERY_PLACE
def test_every_track_has_an_end_and_every_stage_comes_to_one(place):
    for track in TRACKS:
        ends = set(track) - {at for row in rows_of(place, track) if row.to for at in row.at}
        assert ends or track in (Person, Note), "only an account can always be opened, a note written again"
        for stage in track:
            assert not ends or reached(stage, place) & ends, stage


# The procedure's own steps

LOOPS = {(S.HANDED_OVER, S.ANSWERED)}


@EVERY_PLACE
def test_the_procedure_does_not_run_in_circles_by_itself(place):
    """But for CONCLUDE and REOPEN, which a new round parts: a handling that begins again is not an answer."""
    for track in TRACKS:
        own = [row for row in rows_of(place, track) if row.is_own and row.to]
        ways = {(at, row.to) for row in own for at in row.at}
        loops = {tuple(sorted(pair, key=list(track).index)) for pair in ways if pair[::-1] in ways}
        assert loops <= LOOPS
        ways -= {pair for loop in loops for pair in (loop, loop[::-1])}
        for start in track:
            ahead, seen = {to for at, to in ways if at is start}, set()
            while ahead:
                assert start not in ahead, (track, start)
                seen |= ahead
                ahead = {to for at, to in ways if at in seen} - seen


@EVERY_PLACE
def test_where_the_procedure_stays_a_need_ends_it(place):
    stays = [row for track in TRACKS for row in rows_of(place, track) if row.is_own and row.to is None]
    assert {row.action for row in stays} == {
        A.REMIND, A.TAKE_IN, A.UPDATE, A.DISPUTE, A.MARK_KEY, A.LIFT_KEY, A.RECKON, A.CARRY_ON,
    } and all(row.needs for row in stays)  # fmt: skip


@EVERY_PLACE
def test_the_procedure_takes_nothing_that_is_not_ready(place, monkeypatch):
    monkeypatch.setattr(Need, "holds", lambda self, look_up: False)
    unconditional = {stage for stage in STAGES if own_step(stage, nothing, place)}
    rows = [row for track in TRACKS for row in rows_of(place, track) if row.is_own and not row.needs]
    assert unconditional == {at for row in rows for at in row.at}
    assert {row.action for row in rows} <= {A.HANDLE_AGAIN}


def test_what_the_procedure_does_nobody_does_in_the_same_breath():
    assert all(row.by == (C.THE_PROCEDURE,) for row in STEPS if row.is_own)
    assert not any(row.at_will for row in STEPS if row.is_own)


# Words


def test_every_action_is_used_or_never_allowed():
    used = {row.action for row in STEPS}
    assert set(A) - used == set(NEVER) and not used & set(NEVER)


def test_every_word_that_people_read_has_a_label():
    for word in (*A, *C, *L, *STAGES):
        assert word.label.strip() and word.label != word.value


def test_every_capacity_does_something_or_is_told():
    speaking = {who for row in STEPS for who in (*row.by, *row.tells)}
    assert set(C) == speaking


def test_a_step_never_crosses_tracks():
    for row in STEPS:
        assert {type(at) for at in row.at} == {row.track} and (row.to is None or type(row.to) is row.track)


# What no place has laid down yet: nobody is bound, the clock does not run. The day of a milestone, of a
# meeting and of what it decided is said, not counted; so is that of a promise.
LAID_DOWN_NOWHERE = {
    L.CLOSE,
    L.MILESTONE,
    L.PROMISE,
    L.MEETING,
    L.ATTENDANCE,
    L.RESOLUTION,
    L.PROBLEM,
    L.SOUNDING,
    L.ADVICE,
    L.SUPERVISION,
    L.PUSH,
    L.CARRY_OUT,
    L.CORRECTION,
    L.STATEMENT,
    L.HELP,
}


def test_every_limit_that_a_row_names_is_known_to_some_place():
    named = {limit for row in STEPS for limit in (*row.starts, *row.ends)}
    laid_down = {limit for place in PLACES for limit, _ in place.limits}
    assert named == set(L)
    assert named - laid_down == LAID_DOWN_NOWHERE


def test_whatever_starts_also_ends_or_outlives_its_subject():
    started = {limit for row in STEPS for limit in row.starts}
    assert started - {limit for row in STEPS for limit in row.ends} == {L.CEILING}
    assert {limit for row in STEPS for limit in row.ends} <= started
    assert {limit for row in STEPS for limit in row.reverts} <= started


def test_what_stays_inside_a_unit_tells_nobody_outside():
    outside = {
        C.LEAD_DEPUTY,
        C.CO_SIGNER,
        C.CONGRESS_OFFICE,
        C.GOVERNMENT_OFFICE,
        C.HAND_OVER_BODY,
        C.LEAD_UNIT,
    }
    assert not [row for row in STEPS if row.inside and outside.intersection(row.tells)]


def test_how_many_cells_there_are():
    """750 thousand questions; the number stands here so that nobody makes it small unseen."""
    assert len(A) * len(STAGES) * len(C) * len(PLACES) > 600_000
