"""The rules of every place and the days of every year, as they stand in the data files."""

from datetime import date, timedelta
from pathlib import Path
from tomllib import loads
from typing import Any

import pytest

from jianyi.procedure.facts.said import AXES


PROCEDURE = Path(__file__).parents[2] / "src/jianyi/procedure"
UNITS = {"hours", "days", "working_days", "months", "fixed"}
OPTIONS = {"article", "rolls", "from", "under", "before", "between", "only"}
TABLES = {
    "name",
    "law",
    "levels",
    "switches",
    "limits",
    "reminders",
    "classes",
    "negative",
    "must_have",
    "limits_on",
    "archive",
    "rating_asks",
    "rating_axes",
    "publishes",
    "decides",
}
LEVELS = {"national", "province", "city", "county", "township"}
LIMITS = {
    "invitation", "hand_over", "acknowledge", "return", "reassign", "contact", "confirm_contact", "co_opinion",
    "co_again", "reply", "ceiling", "rating", "rating_grace", "study", "rehandle", "close",
    "extension", "decide_extension", "draft_view", "progress", "confirm_promise", "fulfilment", "publication",
    "check_entry", "confer", "urging_answer", "listing",
}  # fmt: skip
SWITCHES = {
    "government_office": {"none", "urges", "decides_for_government_units"},
    "delegation_review": {"none", "in_sitting"},
    "rehandle": {"decided", "automatic"},
    "second_dissatisfaction": {"joint_meeting", "expert_assessment", "interview"},
    "reply_to": {"each", "lead", "via_lead_with_consent"},
    "raters": {"lead", "every_signer"},
    "withdraw": {"before_hand_over", "any_time"},
    "contact_gate": {"blocks", "warns"},
    "draft_gate": {"blocks", "warns"},
    "candidates": {"blocks", "warns"},
    "mediation": {"hand_over_body", "government_office_for_government_units"},
    "oral_reply": {"none", "beside"},
    "oral_by": {"leaders", "principal"},
}
NUMBERS = {
    "ranked_at_least",
    "title_length",
    "opinion_length",
    "attachments",
    "return_reason_length",
    "leads_per_leader",
} | {
    "hand_over_meetings_a_year",
    "progress_meetings_a_year",
    "plan_milestones",
    "draft_days_before_reply",
    "end_of_term_days",
    "rating_link_days",
    "rating_soon_seconds",
    "rating_close_seconds",
    "agenda_days",
}

# The parameters of the rule set LJ-2026, as the stories are computed with them.
LJ_2026 = {
    "invitation": {"hours": 3, "rolls": False, "between": {"days": 1, "rolls": True}},
    "hand_over": {"working_days": 7, "only": "between_sittings"},
    "acknowledge": {"working_days": 3}, "return": {"working_days": 7}, "reassign": {"working_days": 5},
    "contact": {"working_days": 15}, "confirm_contact": {"working_days": 5},
    "co_opinion": {"months": 1}, "co_again": {"working_days": 5},
    "reply": {"months": 3, "from": "arrive", "under": "ceiling"}, "ceiling": {"months": 6},
    "extension": {"days": 10, "before": "reply", "rolls": False, "from": "arrive"},
    "decide_extension": {"working_days": 5}, "draft_view": {"working_days": 5},
    "rating": {"working_days": 15}, "rating_grace": {"working_days": 5},
    "check_entry": {"working_days": 5}, "confer": {"working_days": 15},
    "study": {"working_days": 5}, "rehandle": {"months": 1},
    "urging_answer": {"working_days": 3},
    "listing": {"working_days": 10},
    "progress": {"fixed": ["03-25", "06-25", "09-25", "12-25"]},
    "confirm_promise": {"working_days": 15}, "fulfilment": {"working_days": 15}, "publication": {"working_days": 20},
}  # fmt: skip
CHONGQING = {
    "hand_over": ({"working_days": 10, "only": "between_sittings"}, "第十三条第二款"),
    "return": ({"working_days": 10}, "第十六条"),
    "reassign": ({"working_days": 10}, "第十六条"),
    "contact": ({"working_days": 20}, "第十八条"),
    "co_opinion": ({"working_days": 30}, "第二十条第一款"),
    "co_again": ({"working_days": 5}, "第二十条第一款"),
    "reply": ({"months": 3, "from": "arrive", "under": "ceiling"}, "第二十一条"),
    "ceiling": ({"months": 6}, "第二十一条"),
    "rating": ({"working_days": 20}, "第二十七条第一款"),
    "rehandle": ({"months": 2}, "第二十七条第二款"),
    "progress": ({"fixed": ["12-31"]}, "第二十四条第二款"),
    "confirm_promise": ({"working_days": 20}, "第二十八条第一款"),
    "fulfilment": ({"working_days": 20}, "第二十八条第一款"),
}


def files(folder: str) -> dict[str, dict[str, Any]]:
    return {path.stem: loads(path.read_text("utf-8")) for path in sorted((PROCEDURE / folder).glob("*.toml"))}


PLACES, DAYS = files("places"), files("days")
every_place = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
every_year = pytest.mark.parametrize("year", DAYS)


def lengths(place: dict[str, Any]) -> list[dict[str, Any]]:
    """Every limit, and what it is between sittings where that differs."""
    rows = place.get("limits", {}).values()
    return [*rows, *(row["between"] for row in rows if "between" in row)]


def articles(place: dict[str, Any]) -> list[str]:
    """Of every limit, switch, number and line of a checklist. A value without one raises KeyError."""
    tables = (place.get(name, {}).values() for name in ("switches", "limits_on", "decides"))
    lists = (place.get(name, []) for name in ("negative", "must_have"))
    kept = [place["archive"]] if "archive" in place else []
    return [
        row["article"]
        for row in (*lengths(place), *kept, *(row for rows in (*tables, *lists) for row in rows))
    ]


def without_articles(row: dict[str, Any]) -> dict[str, Any]:
    return {k: without_articles(v) if isinstance(v, dict) else v for k, v in row.items() if k != "article"}


def limits_of(key: str) -> dict[str, Any]:
    return {name: without_articles(row) for name, row in PLACES[key]["limits"].items()}


def words_of(key: str) -> dict[str, str]:
    return {name: row["is"] for name, row in PLACES[key]["switches"].items()}


def flags_of(key: str) -> dict[str, tuple[bool, bool]]:
    """Of each reply class: does it need tracking, does it count as solved."""
    classes = PLACES[key]["classes"]
    return {name: (row["needs_tracking"], row["counts_as_solved"]) for name, row in classes.items()}


# Every place


@every_place
def test_a_place_says_what_it_is_called_what_it_rests_on_and_who_may_choose_it(place: dict[str, Any]) -> None:
    assert place["name"] and place["law"]
    assert place["levels"] and set(place["levels"]) <= LEVELS


@every_place
def test_every_value_has_its_article(place: dict[str, Any]) -> None:
    assert all(text.strip() for text in articles(place))


@every_place
def test_every_limit_has_exactly_one_unit_and_a_length(place: dict[str, Any]) -> None:
    assert all(len(UNITS & row.keys()) == 1 for row in lengths(place))
    counted = [row[unit] for row in lengths(place) for unit in UNITS - {"fixed"} & row.keys()]
    assert all(type(count) is int and count > 0 for count in counted)


@every_place
def test_no_place_has_an_unknown_key(place: dict[str, Any]) -> None:
    assert place.keys() <= TABLES
    assert place.get("limits", {}).keys() <= LIMITS
    assert place.get("limits_on", {}).keys() <= NUMBERS
    assert all(row.keys() <= UNITS | OPTIONS for row in lengths(place))


@every_place
def test_every_option_says_something_that_is_known(place: dict[str, Any]) -> None:
    allowed: dict[str, set[Any]] = {
        "from": {"arrive", "acknowledge"}, "under": LIMITS, "before": LIMITS, "rolls": {True, False},
        "only": {"in_sitting", "between_sittings"},
    }  # fmt: skip
    for row in lengths(place):
        assert all(row[option] in words for option, words in allowed.items() if option in row)
        assert not {"only", "between"} <= row.keys()  # what exists at one time has no length at the other


@every_place
def test_every_switch_stands_on_a_word_it_has(place: dict[str, Any]) -> None:
    for name, row in place.get("switches", {}).items():
        assert row.keys() == {"is", "article"} and row["is"] in SWITCHES[name], name


@every_place
def test_every_number_has_one_bound(place: dict[str, Any]) -> None:
    for row in place.get("limits_on", {}).values():
        assert row.keys() in ({"min", "article"}, {"max", "article"})


@every_place
def test_how_a_file_is_kept_is_said_whole_or_not_at_all(place: dict[str, Any]) -> None:
    if told := place.get("archive"):
        assert told.keys() == {"key", "other", "number", "article"}
        assert {told["key"], told["other"]} <= {"permanent", "thirty_years", "ten_years"}
        assert told["number"].format(house="澜农", year=2026, term="Y", no="0217")


@every_place
def test_every_reply_class_says_whether_it_is_tracked_and_whether_it_is_solved(place: dict[str, Any]) -> None:
    for row in place.get("classes", {}).values():
        assert row.keys() == {"label", "needs_tracking", "counts_as_solved"}
        assert not (row["needs_tracking"] and row["counts_as_solved"])


@every_place
@pytest.mark.parametrize("checklist", ["negative", "must_have"])
def test_every_line_of_a_checklist_is_named_once(place: dict[str, Any], checklist: str) -> None:
    rows = place.get(checklist, [])
    assert all(row.keys() == {"key", "label", "article"} and row["label"] for row in rows)
    assert len({row["key"] for row in rows}) == len(rows)


# The national floor: what every place falls back on, and nothing the law does not say


def test_the_national_floor_knows_a_word_for_every_switch() -> None:
    assert PLACES["national"]["switches"].keys() == SWITCHES.keys()


def test_the_national_floor_has_every_list_that_a_place_may_leave_out() -> None:
    assert all(PLACES["national"][name] for name in ("classes", "negative", "must_have", "reminders"))


def test_the_only_national_limits_are_three_months_and_six() -> None:
    assert limits_of("national") == {
        "reply": {"months": 3, "from": "arrive", "under": "ceiling"}, "ceiling": {"months": 6},
    }  # fmt: skip
    assert all("第五十一条第二款" in row["article"] for row in PLACES["national"]["limits"].values())


def test_a_national_value_cites_the_law_or_says_that_it_is_not_laid_down() -> None:
    assert all(row["article"].startswith("未规定") for row in PLACES["national"]["limits_on"].values())
    openings = ("代表法第", "代表法未规定", "未规定")
    assert all(text.startswith(openings) for text in articles(PLACES["national"]))


@every_place
def test_what_a_place_asks_a_grade_for_is_worded_and_has_its_article(place: dict[str, Any]) -> None:
    for name, row in place.get("rating_axes", {}).items():
        assert name in AXES and row.keys() == {"label", "article"} and all(row.values())


# LJ-2026


def test_lj_2026_has_the_limits_of_the_stories() -> None:
    assert limits_of("lj-2026") == LJ_2026


def test_lj_2026_has_the_switches_of_the_stories() -> None:
    assert words_of("lj-2026") == {
        "government_office": "urges", "delegation_review": "none", "rehandle": "decided", "reply_to": "each",
        "raters": "lead", "withdraw": "any_time", "contact_gate": "blocks", "draft_gate": "blocks",
        "mediation": "hand_over_body", "oral_reply": "beside", "oral_by": "leaders", "candidates": "warns",
        "second_dissatisfaction": "joint_meeting",
    }  # fmt: skip


def test_lj_2026_tracks_b_and_counts_a_as_solved() -> None:
    assert flags_of("lj-2026") == {"A": (False, True), "B": (True, False), "C": (False, False)}
    assert [row["label"] for row in PLACES["lj-2026"]["classes"].values()] == [
        "已解决或采纳", "正在解决或列入计划", "暂不具备条件或留作参考",
    ]  # fmt: skip


def test_lj_2026_has_the_numbers_of_the_stories_and_forms() -> None:
    assert {name: without_articles(row) for name, row in PLACES["lj-2026"]["limits_on"].items()} == {
        "title_length": {"max": 50}, "attachments": {"max": 9},
        "return_reason_length": {"min": 30}, "opinion_length": {"min": 10}, "leads_per_leader": {"max": 2}, "ranked_at_least": {"min": 3},
        "hand_over_meetings_a_year": {"min": 1}, "progress_meetings_a_year": {"min": 2},
        "plan_milestones": {"min": 3}, "draft_days_before_reply": {"min": 20}, "end_of_term_days": {"min": 0}, "rating_link_days": {"max": 10},
    }  # fmt: skip


def test_lj_2026_is_never_taken_for_a_real_law() -> None:
    place = PLACES["lj-2026"]
    assert all("（虚构）" in text for text in (place["law"], *articles(place)))


# Chongqing and Hunan


def test_chongqing_has_exactly_the_limits_of_its_regulation() -> None:
    rows = PLACES["chongqing"]["limits"]
    assert limits_of("chongqing") == {name: length for name, (length, _) in CHONGQING.items()}
    assert all(rows[name]["article"] == f"重庆市条例{article}" for name, (_, article) in CHONGQING.items())


def test_chongqing_leaves_the_contact_gate_to_the_floor() -> None:
    assert words_of("chongqing") == {
        "government_office": "urges", "delegation_review": "none", "rehandle": "decided", "reply_to": "each",
        "raters": "lead", "withdraw": "any_time", "mediation": "government_office_for_government_units",
        "second_dissatisfaction": "joint_meeting",
    }  # fmt: skip


def test_chongqing_tracks_what_is_being_solved() -> None:
    rest = (False, False)
    assert flags_of("chongqing") == {"A": (False, True), "B": (True, False), "C": rest, "D": rest}


def test_each_place_is_for_the_levels_its_law_names() -> None:
    assert PLACES["lj-2026"]["levels"] == PLACES["hunan"]["levels"] == ["province"]
    assert PLACES["chongqing"]["levels"] == ["province", "county", "township"]


def test_hunan_lays_down_only_what_was_read() -> None:
    hunan = PLACES["hunan"]
    assert limits_of("hunan") == {
        "co_opinion": {"months": 1}, "reply": {"months": 3, "from": "arrive", "under": "ceiling"},
    }  # fmt: skip
    assert hunan.keys() == {"name", "law", "levels", "limits"}
    assert all("未见全文" in text for text in (hunan["law"], *articles(hunan)))


# Days


def rest_days(year: str) -> set[date]:
    spans = DAYS[year]["rest"]
    return {first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)}


def test_only_arrangements_that_were_published_are_there() -> None:
    assert list(DAYS) == ["2024", "2025", "2026"]


def test_the_days_of_2026() -> None:
    assert DAYS["2026"]["rest"] == [
        [date(2026, 1, 1), date(2026, 1, 3)], [date(2026, 2, 15), date(2026, 2, 23)],
        [date(2026, 4, 4), date(2026, 4, 6)], [date(2026, 5, 1), date(2026, 5, 5)],
        [date(2026, 6, 19), date(2026, 6, 21)], [date(2026, 9, 25), date(2026, 9, 27)],
        [date(2026, 10, 1), date(2026, 10, 7)],
    ]  # fmt: skip
    assert DAYS["2026"]["worked"] == [
        date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9), date(2026, 9, 20),
        date(2026, 10, 10),
    ]  # fmt: skip


@every_year
def test_a_year_names_its_source_and_has_only_its_own_days(year: str) -> None:
    assert DAYS[year].keys() == {"version", "source", "rest", "worked"}
    assert DAYS[year]["source"] == f"国务院办公厅关于{year}年部分节假日安排的通知"
    assert {day.year for day in rest_days(year) | set(DAYS[year]["worked"])} == {int(year)}


@every_year
def test_a_day_worked_in_exchange_is_a_weekend_day_outside_every_holiday(year: str) -> None:
    worked = DAYS[year]["worked"]
    assert all(day.weekday() >= 5 for day in worked)
    assert not rest_days(year) & set(worked)


@pytest.mark.parametrize(("year", "count"), [("2024", 251), ("2025", 248), ("2026", 248)])
def test_a_year_has_as_many_working_days_as_the_arrangement_leaves(year: str, count: int) -> None:
    first, rest = date(int(year), 1, 1), rest_days(year)
    days = [first + timedelta(n) for n in range((date(int(year) + 1, 1, 1) - first).days)]
    weekdays = sum(day.weekday() < 5 and day not in rest for day in days)
    assert weekdays + len(DAYS[year]["worked"]) == count
