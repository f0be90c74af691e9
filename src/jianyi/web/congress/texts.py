"""A suggestion as the office reads it: what was written, by whom, with which wishes."""

from typing import Any

from jianyi.cases.models import Handling
from jianyi.cases.queries.files import CaseFile
from jianyi.parties.models import Organisation
from jianyi.procedure.facts.said import BASES, CONTACT_WISHES, KINDS, REPEATED, WISHES
from jianyi.procedure.limits import Due
from jianyi.procedure.words import ANSWERING, Limit


def of(file: CaseFile) -> dict[str, Any]:
    """For congress/text.html."""
    case = file.case
    return {
        "title": case.title, "situation": case.situation, "points": list(enumerate(case.points, start=1)),
        "proposers": "、".join(file.proposers), "salutation": file.salutation, "facts": _facts(file),
        "attachments": file.attachments, "entered": case.entered, "received": case.received,
        "confidential": case.confidential, "confidential_reason": "" if file.hides_names else case.confidential_reason,
    }  # fmt: skip


def _facts(file: CaseFile) -> list[tuple[str, str]]:
    case = file.case
    place = case.delegation.name if case.delegation and not file.hides_names else ""
    wish = WISHES.get(case.publication_wish, "") + (
        f"：{case.publication_reason}" if case.publication_reason else ""
    )
    rows = (
        ("代表团", place), ("类别", KINDS.get(case.kind, "")), ("形成方式", "、".join(BASES.get(way, "") for way in case.basis)),
        ("连续提出", REPEATED.get(case.repeated_years, "")), ("公开意愿", wish),
        ("沟通意愿", CONTACT_WISHES.get(case.contact_wish, "")), ("希望承办单位", "、".join(wished(file).values())),
    )  # fmt: skip
    return [(label, value) for label, value in rows if value]


def wished(file: CaseFile) -> dict[int, str]:
    """The units the deputy wishes for, in the deputy's order."""

    def ask() -> dict[int, str]:
        units = file.case.wished_units
        rows = Organisation.objects.filter(congress_id=file.case.congress_id, id__in=units)
        known = dict(rows.values_list("id", "name"))
        return {unit: known[unit] for unit in units if unit in known}

    found: dict[int, str] = file.under.once("wished units", ask)
    return found


def due_of_case(file: CaseFile) -> Due | None:
    """By when it is to be handed over."""
    return file.due(file.case.id, Limit.HAND_OVER)


def due_of_task(file: CaseFile, task: Handling) -> Due | None:
    """By when the unit is to answer or to give its opinion."""
    return file.due(task.id, *ANSWERING)
