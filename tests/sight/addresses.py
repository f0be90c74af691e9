"""Every address of the product, filled in with every number there is; what cannot be reached by reading is listed."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.urls import get_resolver

from jianyi.cadence.models import Tally
from jianyi.cases import models as m
from jianyi.cases.queries.checking import Drawn
from jianyi.cases.queries.forms import KINDS
from jianyi.circulars.models import Circular
from jianyi.fieldwork.models import Meeting
from jianyi.kit import clock
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.parties.models import Organisation, Person, Sitting
from jianyi.publication.models import Publication
from jianyi.registers.models import Layout
from jianyi.registers.registers import REGISTERS
from jianyi.supervision.models import Help, Measure, Urging
from jianyi.themes.models import Problem, Theme
from jianyi.topics.models import KeyTopic
from jianyi.turn.door import COMMANDS
from jianyi.turn.tracks import by_name


# Addresses that answer nobody's reading with 200, and why.
NEVER_READ = {
    "sign-in/as/": "only the demo has it",
    "sign-out/": "sent, not read",
    "clock/": "only the demo has it",
    "ratings/<int:number>/form.pdf": "sent with the token of a link, which is not kept",
    "ratings/<int:number>/form.docx": "sent with the token of a link, which is not kept",
    "first-password/<int:number>/<str:token>/": "opened by a one-time link, which is not kept",
    "buffers/<str:subject>/": "sent, not read",
    "buffers/<str:subject>/drop/": "sent, not read",
    "unit/receipt/": "sent, not read",
    "meetings/<int:number>/minutes/": "sent, not read",
    "meetings/<int:number>/attachments/": "sent, not read",
    "meetings/<int:number>/decisions/": "sent, not read",
    "outcomes/<int:number>/links/": "sent, not read",
    "registers/<slug:key>/layouts/": "sent, not read",
    "registers/<slug:key>/notes/": "sent, not read",
    "registers/layouts/<int:number>/drop/": "sent, not read",
    "themes/<int:number>/problems/": "sent, not read",
    "themes/<int:number>/meetings/": "sent, not read",
    "themes/<int:number>/shared/": "sent, not read",
    "unit/route/": "sent with what was picked, else it leads back",
    "unit/route/each/": "sent with what was picked, else it leads back",
    "set-up/": "only an empty house has it",
    "import-people/links/": "shown once, to who has just brought a list in",
    "people/<int:number>/link/": "sent, not read",
    "open/items/<int:number>/files/<int:nth>/<int:reply>/": "the scene has published no attachment; tests/publication reads one",
    "api/v1/files": "sent, not read",
    "api/v1/clockwork/send-again": "sent, not read",
    "api/v1/<track>/<number>/<action>": "sent, not read",
    "past/<int:number>/file/": "typed in, so there is no file to send",
    "api/v1/": "a name for the interface; it has no page",
}  # fmt: skip


def patterns() -> list[str]:
    """Those of the house, and those of the public site, which has a door of its own."""
    return [*_of(get_resolver(), ""), *_of(get_resolver("jianyi.public.urls"), "")]


def _of(resolver: Any, before: str) -> Iterator[str]:
    for each in resolver.url_patterns:
        there = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from _of(each, there)
        else:
            yield there


# Roots that have a page of their own.
AREAS = (m.Suggestion, m.Batch, Meeting, Theme, KeyTopic, Outcome, Publicity, Urging, Measure, Help, Circular)


def _asked(pattern: str) -> list[str]:
    told = ASKED.get(pattern, [""])
    return told() if callable(told) else told


def to_write() -> list[str]:
    """To every unit, and inside to every division."""
    kinds = (("unit", "unit"), ("division", "division"))
    return [
        f"?{name}={row}"
        for name, kind in kinds
        for row in Organisation.objects.filter(kind=kind).values_list("id", flat=True)
    ]


def to_climb() -> list[str]:
    """About what stands on some rung already."""
    found = Measure.objects.values_list("handling_id", flat=True)
    return [f"?rung=listing&handling={task}" for task in sorted(set(found))]


def to_help() -> list[str]:
    return [f"?suggestion={case}" for case in Help.objects.values_list("suggestion_id", flat=True)]


def to_stand() -> list[str]:
    return [f"?handlings={','.join(map(str, m.Handling.objects.values_list('id', flat=True)))}"]


def filled(pattern: str, imported: int) -> list[str]:
    """The addresses of one pattern. Raises KeyError for one that nobody has thought of."""
    if "<" not in pattern:
        return [f"/{pattern}{more}" for more in _asked(pattern)]
    return [f"/{there}" for there in FILLED[pattern](pattern, imported)]


def numbers(*models: Any) -> Callable[[str, int], list[str]]:
    """The rows of these models, of both congresses."""

    def fill(pattern: str, imported: int) -> list[str]:
        found = [number for model in models for number in model.objects.values_list("id", flat=True)]
        return [_put(pattern, number) for number in found]

    return fill


def _put(pattern: str, *told: object) -> str:
    for each in told:
        head, _, tail = pattern.partition("<")
        pattern = f"{head}{each}{tail.partition('>')[2]}"
    return pattern


def these(*told: object) -> Callable[[str, int], list[str]]:
    return lambda pattern, imported: [
        _put(pattern, *(each if isinstance(each, tuple) else (each,))) for each in told
    ]


def of_registers(*asked: str) -> Callable[[str, int], list[str]]:
    """Each register with all of its columns, asked in these ways."""

    def fill(pattern: str, imported: int) -> list[str]:
        return [
            f"{_put(pattern, key)}{more or '?'}{'&' if more else ''}set=1&columns={','.join(each.columns)}"
            for key, each in REGISTERS.items()
            for more in asked
        ]

    return fill


def of_units(pattern: str, imported: int) -> list[str]:
    batches = m.Batch.objects.values_list("id", flat=True)
    units = Organisation.objects.filter(kind="unit").values_list("id", flat=True)
    return [_put(pattern, batch, unit) for batch in batches for unit in units]


def few_people(pattern: str, imported: int) -> list[str]:
    """Those who have a telephone; of everybody else two are as good as all."""
    found = [
        *Person.objects.exclude(phone=""),
        *Person.objects.order_by("id")[:1],
        *Person.objects.order_by("-id")[:1],
    ]
    return [_put(pattern, person.id) for person in found]


def subjects() -> Iterator[tuple[Any, int]]:
    for track in by_name().values():
        for number in track.model._default_manager.values_list("id", flat=True):
            yield track, number


def steps(pattern: str, imported: int) -> list[str]:
    """Of every subject of a case one step, by turns all of them; of the books of the congress one subject for each
    step. What a page of a step tells of its subject is the same for all its steps."""
    found, turn = [], Counter()
    for track, number in subjects():
        actions = [action.value for model, action in COMMANDS if model is track.model]
        if track.root in AREAS or turn[track] < len(actions):
            found.append(_put(pattern, track.name, number, actions[turn[track] % len(actions)]))
        turn[track] += 1
    return found


def tracks(pattern: str, imported: int) -> list[str]:
    return [_put(pattern, track.name, number) for track, number in subjects() if track.root in AREAS]


def of_import(pattern: str, imported: int) -> list[str]:
    return (
        [_put(pattern, imported, 0), _put(pattern, imported, 1)]
        if "nth" in pattern
        else [_put(pattern, imported)]
    )


CASES = numbers(m.Suggestion)


def forms(pattern: str, imported: int) -> list[str]:
    return [_put(pattern, name, row) for name, kind in KINDS.items() for row in _numbers(kind.model)]


def few_forms(pattern: str, imported: int) -> list[str]:
    """The files are drawn from what the page shows, each time anew: one of each kind is as good as all."""
    return [_put(pattern, name, row) for name, kind in KINDS.items() for row in _numbers(kind.model)[:1]]


def _numbers(model: Any) -> list[int]:
    return list(model.objects.values_list("id", flat=True))


FILLED: dict[str, Callable[[str, int], list[str]]] = {
    "api/v1/places/<key>": these("lj-2026", "nowhere"),
    "api/v1/batches/<number>": numbers(m.Batch),
    "api/v1/suggestions/<number>": CASES,
    "api/v1/suggestions/<number>/earlier": CASES,
    "api/v1/terms/<nth>/promises": these(14, 15),
    "terms/<int:nth>/promises/": these(14, 15),
    "sittings/terms/<int:nth>/": these(14, 15),
    "api/v1/<track>/<number>/actions": tracks,
    "api/v1/<track>/<number>/actions/<action>": steps,
    "api/v1/<track>/<number>/<action>": these(("suggestion", 1, "submit")),
    "first-password/<int:number>/<str:token>/": these((1, "nothing")),
    "act/<str:track>/<str:number>/<str:action>/": steps,
    "suggestions/<int:number>/edit/": CASES,
    "suggestions/<int:number>/submit/": CASES,
    "suggestions/<int:number>/invitations/": CASES,
    "forms/<slug:kind>/<int:number>/": forms,
    "forms/<slug:kind>/<int:number>.pdf": few_forms,
    "forms/<slug:kind>/<int:number>.docx": few_forms,
    "invitations/<int:number>/": numbers(m.Invitation),
    "sheets/<int:number>/": numbers(m.Sheet),
    "ratings/<int:number>/link/": numbers(m.Sheet),
    "ratings/<int:number>/form.pdf": numbers(m.Sheet),
    "ratings/<int:number>/form.docx": numbers(m.Sheet),
    "rate/<int:number>/<str:token>/": lambda pattern, imported: [
        _put(pattern, number, "known-to-the-crawl") for number in m.RatingLink.objects.values_list("sheet_id", flat=True)
    ],
    "buffers/<str:subject>/": these("suggestion-1"),
    "buffers/<str:subject>/drop/": these("suggestion-1"),
    "review/<int:number>/": CASES,
    "review/<int:number>/notice/": CASES,
    "workbench/<int:number>/": CASES,
    "batches/<int:number>/": numbers(m.Batch),
    "batches/<int:number>/progress/": numbers(m.Batch),
    "batches/<int:number>/list/": numbers(m.Batch),
    "batches/<int:number>/list.xlsx": numbers(m.Batch),
    "batches/<int:number>/list.pdf": numbers(m.Batch),
    "batches/<int:number>/list.docx": numbers(m.Batch),
    "batches/<int:number>/units/<int:unit>.pdf": of_units,
    "batches/<int:number>/units/<int:unit>.docx": of_units,
    "batches/<int:number>/units/<int:unit>/": of_units,
    "batches/<int:number>/units/<int:unit>.xlsx": of_units,
    "past/<int:number>/": numbers(m.Past),
    "past/<int:number>/file/": numbers(m.Past),
    "api/v1/past/<number>": numbers(m.Past),
    "returns/<int:number>/": numbers(m.Return),
    "dissatisfied/<int:number>/": numbers(m.Sheet),
    "import/<int:number>/": of_import,
    "import/<int:number>/<int:nth>/": of_import,
    "handlings/<int:number>/receipt/": numbers(m.Handling),
    "handlings/<int:number>/route/": numbers(m.Handling),
    "handlings/<int:number>/return/": numbers(m.Handling),
    "handlings/<int:number>/contact/": numbers(m.Handling),
    "handlings/<int:number>/oral/": numbers(m.Handling),
    "handlings/<int:number>/plan/": numbers(m.Handling),
    "papers/<int:number>/": lambda pattern, imported: [
        address + more for address in numbers(m.Paper)(pattern, imported) for more in ("", "?edit=1")
    ],
    "papers/<int:number>/letter/": numbers(m.Paper),
    "papers/<int:number>/letter.pdf": numbers(m.Paper),
    "papers/<int:number>/letter.docx": numbers(m.Paper),
    "letters/<int:number>/": numbers(m.Letter),
    "letters/<int:number>/letter.pdf": numbers(m.Letter),
    "letters/<int:number>/letter.docx": numbers(m.Letter),
    "check/<str:code>/": lambda pattern, imported: [
        _put(pattern, code) for code in m.Letter.objects.values_list("code", flat=True)
    ],
    "check/form/<str:token>/": lambda pattern, imported: [
        _put(pattern, Drawn("suggestion", case.id, case.lead_id, clock.now(), "0" * 12).token)
        for case in m.Suggestion.objects.all()
    ],
    "meetings/<int:number>/": numbers(Meeting),
    "meetings/<int:number>/edit/": numbers(Meeting),
    "meetings/<int:number>/attendance/": numbers(Meeting),
    "meetings/<int:number>/minutes/": numbers(Meeting),
    "meetings/<int:number>/attachments/": numbers(Meeting),
    "meetings/<int:number>/decisions/": numbers(Meeting),
    "meetings/<int:number>/agenda/": numbers(Meeting),
    "meetings/<int:number>/agenda/paper/": numbers(Meeting),
    "meetings/<int:number>/agenda.pdf": numbers(Meeting),
    "meetings/<int:number>/agenda.docx": numbers(Meeting),
    "api/v1/meetings/<number>/agenda": numbers(Meeting),
    "api/v1/meetings/<number>": numbers(Meeting),
    "outcomes/<int:number>/": numbers(Outcome),
    "outcomes/<int:number>/edit/": numbers(Outcome),
    "outcomes/<int:number>/links/": numbers(Outcome),
    "api/v1/outcomes/<number>": numbers(Outcome),
    "publicity/<int:number>/": numbers(Publicity),
    "publicity/<int:number>/edit/": numbers(Publicity),
    "api/v1/publicity/<number>": numbers(Publicity),
    "themes/<int:number>/": numbers(Theme),
    "themes/<int:number>/edit/": numbers(Theme),
    "themes/<int:number>/problems/": numbers(Theme),
    "themes/<int:number>/meetings/": numbers(Theme),
    "themes/<int:number>/shared/": numbers(Theme),
    "themes/<int:number>/list/": numbers(Theme),
    "themes/<int:number>/list.pdf": numbers(Theme),
    "themes/<int:number>/list.docx": numbers(Theme),
    "problems/<int:number>/pledge/": numbers(Problem),
    "urgings/<int:number>/": numbers(Urging),
    "urgings/<int:number>/edit/": numbers(Urging),
    "api/v1/urgings/<number>": numbers(Urging),
    "measures/<int:number>/": numbers(Measure),
    "measures/<int:number>/edit/": numbers(Measure),
    "api/v1/measures/<number>": numbers(Measure),
    "help-measures/<int:number>/": numbers(Help),
    "help-measures/<int:number>/edit/": numbers(Help),
    "api/v1/help-measures/<number>": numbers(Help),
    "unit/lists/<int:number>/": numbers(Tally),
    "api/v1/tallies/<number>": numbers(Tally),
    "api/v1/themes/<number>": numbers(Theme),
    "topics/<int:number>/": numbers(KeyTopic),
    "topics/<int:number>/edit/": numbers(KeyTopic),
    "topics/<int:number>/include/": numbers(KeyTopic),
    "topics/<int:number>/visit/": numbers(KeyTopic),
    "topics/<int:number>/report/": numbers(KeyTopic),
    "topics/<int:number>/report.pdf": numbers(KeyTopic),
    "topics/<int:number>/report.docx": numbers(KeyTopic),
    "api/v1/topics/<number>": numbers(KeyTopic),
    "circulars/<int:number>/": numbers(Circular),
    "circulars/<int:number>/draw/": numbers(Circular),
    "circulars/<int:number>/write/": numbers(Circular),
    "circulars/<int:number>/paper/": numbers(Circular),
    "circulars/<int:number>/paper.pdf": numbers(Circular),
    "circulars/<int:number>/paper.docx": numbers(Circular),
    "api/v1/circulars/<number>": numbers(Circular),
    "registers/layouts/<int:number>/drop/": numbers(Layout),
    "registers/<slug:key>/": of_registers("?stage=all", "?parts=unit", "?parts=division", "?parts=delegation"),
    "registers/<slug:key>/print/": of_registers(""),
    "registers/<slug:key>/layouts/": of_registers(""),
    "registers/<slug:key>/notes/": of_registers(""),
    "registers/<slug:key>.xlsx": of_registers("?part=all"),
    "api/v1/registers/<which>": of_registers("?size=100&part=all"),
    "api/v1/registers/<which>/parts/<by_what>": lambda pattern, imported: [
        f"api/v1/registers/{key}/parts/{cut}" for key, each in REGISTERS.items() for cut in (*each.cuts, "nothing")
    ],
    "publications/<int:number>/": numbers(Publication),
    "api/v1/publications/<number>": numbers(Publication),
    "open/items/<int:number>/": CASES,
    "open/items/<int:number>.json": CASES,
    "open/items/<int:number>/files/<int:nth>/<int:reply>/": these((1, 1, 1)),
    "people/<int:number>/": few_people,
    "people/<int:number>/link/": few_people,
    "people/<int:number>/posts/": few_people,
    "people/<int:number>/seats/": few_people,
    "organisations/<int:number>/": numbers(Organisation),
    "organisations/<int:number>/rules/": numbers(Organisation),
    "organisations/<int:number>/letterhead/": numbers(Organisation),
    "sittings/<int:number>/": numbers(Sitting),
    "import-people/<str:kind>/": these("units", "staff", "deputies"),
    "import-people/<str:kind>/template.xlsx": these("units", "staff", "deputies"),
    "suggestions/<int:number>/": lambda pattern, imported: [
        address + more for address in CASES(pattern, imported) for more in ("", "?full=1")
    ],
    "api/v1/files/<number>": lambda pattern, imported: [
        _put(pattern, number) for number in m.Attachment.objects.values_list("id", flat=True)
    ],
    "files/<int:number>/picture/": lambda pattern, imported: [
        _put(pattern, number) for number in m.Attachment.objects.values_list("id", flat=True)
    ],
    "files/<int:number>/": lambda pattern, imported: [
        _put(pattern, number) for pair in m.Attachment.objects.values_list("id", "file_id") for number in pair
    ],
}  # fmt: skip

# What is asked of an address that takes no number.
ASKED: dict[str, Any] = {
    "publications/": [f"?part={part}" for part in ("open", "publish", "out", "withheld", "down")],
    "api/v1/publications": ["?part=open", "?part=out"],
    "open/": ["", "?q=𠮷"],
    "": ["", "?when=all", "?when=overdue", "?when=upcoming", "?when=open_ended"],
    "suggestions/": ["", "?size=100"],
    "api/v1/work": ["?size=100"],
    "api/v1/suggestions": ["?size=100"],
    "api/v1/handlings": ["?size=100"],
    "api/v1/notices": ["?size=100"],
    "review/": ["", "?show=not-taken"],
    "mine/": ["", "?group=done"],
    "unit/": ["", "?stage=moved"],
    "outcomes/": ["", "?show=open", "?show=withdrawn"],
    "outcomes/new/": ["", "?kind=decision"],
    "problems/": ["", "?part=all"],
    "api/v1/problems": ["?part=all&size=100"],
    "api/v1/themes": ["?size=100"],
    "api/v1/topics": ["?size=100"],
    "api/v1/registers/columns": ["", "?of=promises"],
    "api/v1/registers/layouts": ["", "?of=promises"],
    "supervision/": ["", "?show=urgings", "?show=measures"],
    "urgings/new/": to_write,
    "measures/new/": to_climb,
    "help-measures/": ["?part=all"],
    "help-measures/new/": to_help,
    "api/v1/urgings": ["?size=100"],
    "api/v1/measures": ["?size=100"],
    "api/v1/help-measures": ["?part=all&size=100"],
    "api/v1/standing": to_stand,
}
