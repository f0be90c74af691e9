"""What the procedure asks about a group, and what a reply is asked on account of the group its suggestion is in."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.cases.models import Handling, Paper, Suggestion
from jianyi.fieldwork.models import Meeting
from jianyi.parties.queries import held_posts
from jianyi.procedure import words as w
from jianyi.procedure.facts.cases import Owned
from jianyi.procedure.facts.themes import Belonging, Grouped, Shared, Troubled
from jianyi.turn.under import Under

from .holders import HANDS
from .models import Concern, Member, Problem, SharedText, Theme


LIVE = (w.Suggestion.HANDED_OVER, w.Suggestion.ANSWERED, w.Suggestion.TRACKING, w.Suggestion.RATED)
AWAY = (w.Member.OUT, w.Member.GONE)
UNWRITTEN = (w.Paper.DRAFTING, w.Paper.AT_DESK, w.Paper.CLEARED)


def grouped(subject: Any, under: Under) -> Grouped:
    theme: Theme = under.root  # type: ignore[assignment]
    members = under.all(Member)
    return Grouped(
        free=under.once("free to join", lambda: frozenset(free_to_join(theme).values_list("id", flat=True))),
        inside=inside(under),
        out=frozenset(row.suggestion_id for row in members if row.stage in AWAY),
        gatherings=under.once("gatherings", lambda: _gatherings(theme)),
        staff=under.once("staff", lambda: frozenset(staff(theme))),
        left=sum(row.is_open for row in under.all(Problem)),
    )


def _gatherings(theme: Theme) -> frozenset[int]:
    held = Meeting.objects.filter(congress_id=theme.congress_id, unit_id=theme.unit_id)
    return frozenset(held.exclude(stage=w.Meeting.CALLED_OFF).values_list("id", flat=True))


def staff(theme: Theme) -> set[int]:
    """Who works in the unit today."""
    house = Q(root_id=theme.unit_id) | Q(root__parent_id=theme.unit_id)
    return set(held_posts(theme.congress_id).filter(house).values_list("person_id", flat=True))


def inside(under: Under) -> frozenset[int]:
    """The suggestions that are in the group now, or are just coming in."""
    rows = under.all(Member)
    return frozenset(row.suggestion_id for row in rows if row.stage in (w.Member.NEW, w.Member.IN))


def free_to_join(theme: Theme) -> QuerySet[Suggestion]:
    """In the unit's hands, not closed, and in no group of the unit."""
    tasks = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), unit_id=theme.unit_id, stage__in=HANDS
    )
    held = Member.objects.filter(
        congress_id=OuterRef("congress_id"), suggestion_id=OuterRef("id"), unit_id=theme.unit_id, holds=True
    )
    rows = Suggestion.objects.filter(congress_id=theme.congress_id, stage__in=LIVE)
    return rows.filter(Exists(tasks)).exclude(Exists(held))


def belonging(member: Member, under: Under) -> Belonging:
    theme: Theme = under.root  # type: ignore[assignment]
    case = member.suggestion_id
    owed = [row for row in under.all(Problem) if row.stage is w.Problem.PROMISED and row.pledged_case == case]
    return Belonging(
        handled=case in _handled(under),
        elsewhere=case in _elsewhere(under),
        closed=theme.stage not in (w.Theme.NEW, w.Theme.OPEN),
        owed=len(owed) if case in _to_answer(under) else 0,
    )


def _cases(under: Under) -> frozenset[int]:
    """All that are or were in the group: what is asked of one is asked once for all of them."""
    return frozenset(row.suggestion_id for row in under.all(Member))


def _elsewhere(under: Under) -> set[int]:
    """Those that are in another group of the unit that is open."""
    theme: Theme = under.root  # type: ignore[assignment]
    rows = Member.objects.filter(
        congress_id=theme.congress_id, suggestion_id__in=_cases(under), unit_id=theme.unit_id, holds=True
    ).exclude(root_id=theme.id)
    found: set[int] = under.once(
        ("elsewhere", _cases(under)), lambda: set(rows.values_list("suggestion_id", flat=True))
    )
    return found


def _handled(under: Under) -> set[int]:
    """Those that are in the unit's hands."""
    known = _cases(under)
    found: set[int] = under.once(("handled", known), lambda: in_hand(under.root, set(known)))  # type: ignore[arg-type]
    return found


def in_hand(theme: Theme, cases: set[int]) -> set[int]:
    tasks = Handling.objects.filter(
        congress_id=theme.congress_id, root_id__in=cases, unit_id=theme.unit_id, stage__in=HANDS
    )
    return set(tasks.exclude(root__stage=w.Suggestion.WITHDRAWN).values_list("root_id", flat=True))


def troubled(problem: Problem, under: Under) -> Troubled:
    concerns = _concerns(under).get(problem.id, frozenset()) & inside(under)
    return Troubled(
        problem.owner_id or 0, frozenset(problem.reporters), concerns, concerns & _to_answer(under),
        bool(problem.pledged_case) and problem.pledged_case not in _handled(under),
    )  # fmt: skip


def _concerns(under: Under) -> dict[int, frozenset[int]]:
    """problem → the suggestions it is about. In a turn it is asked after what the step itself has written."""
    theme: Theme = under.root  # type: ignore[assignment]

    def ask() -> dict[int, frozenset[int]]:
        rows = Concern.objects.filter(congress_id=theme.congress_id, root_id=theme.id)
        found: dict[int, set[int]] = {}
        for problem, case in rows.values_list("problem_id", "suggestion_id"):
            found.setdefault(problem, set()).add(case)
        return {problem: frozenset(cases) for problem, cases in found.items()}

    found: dict[int, frozenset[int]] = under.once("concerns", ask)
    return found


def owned(problem: Problem, under: Under) -> Owned:
    return Owned(problem.owner_id or 0)


def _to_answer(under: Under) -> frozenset[int]:
    """Those to which the unit still owes its reply."""
    known = _cases(under)
    found: frozenset[int] = under.once(
        ("to answer", known),
        lambda: frozenset(_unsigned(under.root, set(known))),  # type: ignore[arg-type]
    )
    return found


def _unsigned(theme: Theme, cases: set[int]) -> set[int]:
    """Of these, those to which the unit has not signed its reply; what it writes to another unit promises nothing."""
    tasks = Handling.objects.filter(
        congress_id=theme.congress_id, root_id__in=cases, unit_id=theme.unit_id, stage__in=HANDS
    ).exclude(role=w.Role.CO)
    signed = Paper.objects.filter(congress_id=OuterRef("congress_id"), handling_id=OuterRef("id")).exclude(
        stage__in=UNWRITTEN
    )
    return set(tasks.exclude(Exists(signed)).values_list("root_id", flat=True))


# Of a reply


def shared(paper: Paper, under: Under) -> Shared:
    """Nothing is asked of a paper whose suggestion is in no group of its unit."""
    member = member_of(paper, under)
    if member is None or not paper.is_reply:
        return Shared()
    editions = list(SharedText.of(member.root).values_list("paragraphs", flat=True))
    known = {paragraph for paragraphs in editions for paragraph in paragraphs}
    return Shared(
        bare=tuple(a["no"] for a in paper.answers if a["text"].strip() and _is_bare(a["text"], known)),
        stale=is_stale(paper, editions[0] if editions else []),
        unpledged=tuple(row.pledged_item for row in pledged(paper) if not _is_promised(row, paper, under)),
    )


def member_of(paper: Paper, under: Under) -> Member | None:
    """Of the group of the paper's unit that its suggestion is in, while the group is at work or when it has ended."""
    unit = paper.handling.unit_id

    def ask() -> Member | None:
        rows = Member.objects.filter(
            Q(root__stage__in=[w.Theme.OPEN, w.Theme.CLOSED]), congress_id=paper.congress_id,
            suggestion_id=paper.root_id, unit_id=unit, stage=w.Member.IN,
        )  # fmt: skip
        return rows.select_related("root").order_by("-id").first()

    found: Member | None = under.once(("group of", unit), ask)
    return found


def _is_bare(text: str, known: set[str]) -> bool:
    """Nothing is left when what the group says is taken away."""
    for paragraph in sorted(known, key=len, reverse=True):
        text = text.replace(paragraph, "")
    return not text.strip(" \t\r\n　。；;，,、")


def taken_in(paper: Paper) -> list[str]:
    """The shared paragraphs that stand in a paper, as they were when they were taken in."""
    lines = (line for answer in paper.answers for line in str(answer.get("shared", "")).splitlines())
    return [line.strip() for line in lines if line.strip()]


def is_stale(paper: Paper, present: list[str]) -> bool:
    return not set(taken_in(paper)) <= set(present)


def pledged(paper: Paper) -> list[Problem]:
    """The problems that were to be promised in this reply."""
    rows = Problem.objects.filter(
        congress_id=paper.congress_id, pledged_case=paper.root_id, unit_id=paper.handling.unit_id, stage=w.Problem.PROMISED
    )  # fmt: skip
    return list(rows.order_by("id"))


def _is_promised(problem: Problem, paper: Paper, under: Under) -> bool:
    """In this reply, or in an earlier one of the unit."""
    day = problem.pledged_due.isoformat() if problem.pledged_due else None
    papers = [row for row in under.all(Paper) if row.handling.unit_id == paper.handling.unit_id]
    rows = (row for each in papers for row in each.promises)
    return any((row["item"].strip(), row["due"]) == (problem.pledged_item, day) for row in rows)
