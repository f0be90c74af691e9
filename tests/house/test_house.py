"""The architecture, tested: who writes, who reads, who is told, how long things are."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.db.models.fields.related import ForeignObject
from django.template.defaultfilters import stringformat

import jianyi
from jianyi.cases.models.letters import KINDS
from jianyi.cases.queries.drawn.kept import ORDER
from jianyi.notices.wording import WORDING
from jianyi.procedure.actions import Action as A
from jianyi.procedure.refusals import NEVER
from jianyi.procedure.steps import STEPS
from jianyi.procedure.words import Capacity
from jianyi.supervision.queries.papers import OF_MEASURES, OF_URGINGS
from jianyi.turn.case import no_body
from jianyi.turn.door import COMMANDS, OWN_BODIES
from jianyi.turn.tracks import track_of


SRC = Path(jianyi.__file__).parent
FILES = [path for path in sorted(SRC.rglob("*.py")) if "migrations" not in path.parts]
TREES = {path.relative_to(SRC).as_posix(): ast.parse(path.read_text("utf-8")) for path in FILES}
LINES = {name: len((SRC / name).read_text("utf-8").splitlines()) for name in TREES}


def functions():
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield name, node


# Steps


def of_people():
    return {
        (track_of(row.track).model, row.action) for row in STEPS if set(row.by) - {Capacity.THE_PROCEDURE}
    }


def test_every_step_of_a_person_has_its_command_and_no_command_lacks_a_row():
    asked_in_vain = {key for key in COMMANDS if key[1] in NEVER}
    assert of_people() == set(COMMANDS) - asked_in_vain
    assert {action for _, action in asked_in_vain} == set(NEVER)


def test_every_change_of_the_procedure_belongs_to_a_row_of_its_own():
    own = {(track_of(row.track).model, row.action) for row in STEPS if row.is_own}
    assert set(OWN_BODIES) <= own and no_body not in OWN_BODIES.values()


def test_a_step_that_person_and_procedure_take_alike_changes_the_same():
    own = {(track_of(row.track).model, row.action) for row in STEPS if row.is_own}
    for key in own & set(COMMANDS):
        assert COMMANDS[key].body is OWN_BODIES.get(key, no_body), key


def test_every_notice_has_its_words_and_none_is_never_sent():
    assert set(WORDING) == {(row.track, row.action) for row in STEPS if row.tells}
    assert all(
        told.endswith("。") and "{title}" in told or track.__name__ == "Batch"
        for (track, _), told in WORDING.items()
    )


def test_every_command_says_what_it_reads_from_a_form():
    for (_, action), command in COMMANDS.items():
        if action is A.REPORT:  # said by the hand-over itself, never by a form
            continue
        for field in command.says.__dataclass_fields__.values():
            assert field.metadata.get("label"), (action, field.name)


# Who asks

# Not a reader's question: they build the reader, or put into words what a reader was given.
NOBODY_ASKS = {
    "cases/queries/preview.py": {"after", "waits_for", "happened", "who_acted"},
    "cases/queries/helping.py": {"worst"},
    "cases/queries/checking.py": {"checked"}, "cases/queries/forms.py": {"checked", "lay", "label_of"},  # for whoever holds a printed form; what is called how
    "cases/queries/drawn/kept.py": {"lay", "in_order", "filed", "issued", "at"},  # lines for rows that a reader has been given
    "cases/queries/promises.py": {"of_part"},  # a condition on rows that a reader has been given
    "cases/queries/linked.py": {"linked"},  # for whoever holds a link: the token says who asks, and it shows one sheet
    "cases/queries/letters.py": {"checked"},  # for whoever holds a printed letter; it says nothing of the matter
    "topics/queries/published.py": {"told"},  # counts what a reader has been given
    "cases/queries/course.py": {"course"},  # lines about what a reader has been given
    "cases/queries/rows.py": {"case_row", "task_row", "main_due", "is_late"},
    "parties/queries.py": {
        "actor", "held", "held_posts", "proxied",  # who asks is made here
        "lines_of",  # the signed-in person's own posts
        "seat_of", "sitting_now",  # what the procedure itself asks, of the congress it is given
        "names", "phones", "cards", "organisation_names",  # names for numbers that a reader has been given
        "holders_of",  # whom a notice to a post reaches
        "showcase",  # the demo's sign-in page, where nobody is signed in
    },
    "parties/directory.py": {"full_name"},
}  # fmt: skip
QUERIES = [
    name
    for name in TREES
    if re.match(
        r"((cases|fieldwork|themes|topics|outcomes|publication|cadence|agendas|supervision|registers|circulars)/queries/|parties/(queries|directory)\.py|notices/(queries|outbox)\.py)",
        name,
    )
]


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_says_who_asks(name):
    """`by=`, or a file that was opened for somebody."""
    public = [
        node
        for node in TREES[name].body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    silent = {node.name for node in public if not says_who(node)}
    assert silent == NOBODY_ASKS.get(name, set())


def says_who(node):
    opened = {ast.unparse(arg.annotation or ast.Constant("")).rpartition(".")[2] for arg in node.args.args}
    return bool(
        opened & {"CaseFile", "MeetingFile", "SchemeFile", "ThemeFile", "TopicFile", "TallyFile"}
    ) or "by" in {arg.arg for arg in (*node.args.kwonlyargs, *node.args.args)}


# Who writes


def test_only_the_turn_sets_a_stage():
    setting = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute) and target.attr == "stage"
    }
    assert setting == {"turn/case.py"}
    named = [
        (name, node.lineno)
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("update", "setattr")
        for keyword in node.keywords
        if keyword.arg == "stage"
    ]
    assert not named


WRITING = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "update",
    "delete",
}
# Beside the turn and the bodies of commands: what is no fact of a case.
WRITERS = {
    "journal/refusals.py": "the refusal log, after the rollback",
    "journal/seal.py": "seals",
    "turn/buffers.py": "unsent text",
    "notices/queries.py": "read marks",
    "clockwork/lease.py": "which process runs a job, and how it went",
    "notices/reminding.py": "reminders, which no step tells",
    "notices/alarms.py": "that something waits too long, told once",
    "notices/spreading.py": "what leaves the platform, laid out",
    "notices/taking.py": "which process sends it",
    "notices/sending.py": "how it went",
    "parties/signing.py": "failed sign-ins",
    "documents/store.py": "stored files, by their content",
    "cases/issued/files.py": "which stored file was drawn from a frozen letter",
    "web/congress/intake.py": "what an import has recognised, until it is confirmed: a private buffer",
    "registers/layouts.py": "how a reader looks at a register: a preference",
    "publication/copies.py": "clean copies of attachments, by the file they were made of",
    "console/dumping.py": "restoring a backup into an empty house",
}
THROUGH_THE_TURN = (
    "turn/case.py",
    "turn/clocks.py",
    "turn/door.py",
    "turn/items.py",
    "turn/models.py",
    "turn/reckoning.py",
    "turn/soonest.py",
    "cases/issued/__init__.py",
)


def writes(node):
    if (
        not isinstance(node, ast.Call)
        or not isinstance(node.func, ast.Attribute)
        or node.func.attr not in WRITING
    ):
        return False
    told = ast.unparse(node.func.value)
    rows = "objects" in told or "_manager" in told or "filter(" in told or "exclude(" in told
    return rows or (node.func.attr == "save" and told not in ("book", "intake", "made"))


def test_nothing_is_written_outside_the_turn_but_what_is_listed():
    found = {name for name, tree in TREES.items() for node in ast.walk(tree) if writes(node)}
    commands = {
        name
        for name in found
        if re.fullmatch(
            r"((cases|fieldwork|themes|topics|outcomes|publication|cadence|circulars|supervision|registers)/commands/\w+|(parties|notices)/commands)\.py",
            name,
        )
    }
    assert found - (commands - set(WRITERS)) - set(THROUGH_THE_TURN) == set(WRITERS)


def test_a_body_of_a_command_is_all_that_writes_among_the_commands():
    """What a module of commands writes, it writes with a turn in its hand."""
    for name in (
        "cases/commands/handlings.py",
        "cases/commands/papers.py",
        "fieldwork/commands/meetings.py",
        "parties/commands.py",
    ):
        for node in TREES[name].body:
            if isinstance(node, ast.FunctionDef) and any(writes(part) for part in ast.walk(node)):
                assert node.args.args[0].arg == "turn", (name, node.name)


# How it is written


def test_files_are_short():
    assert not {name: count for name, count in LINES.items() if count > 300}


def test_functions_are_short():
    lengths = sorted(node.end_lineno - node.lineno + 1 for _, node in functions())
    assert lengths[int(len(lengths) * 0.9)] <= 15 and lengths[-1] <= 40


def test_every_module_says_what_it_is():
    assert not [name for name, tree in TREES.items() if tree.body and not ast.get_docstring(tree)]


def test_nothing_is_called_by_what_says_nothing():
    empty = {
        "utils",
        "util",
        "helpers",
        "helper",
        "services",
        "service",
        "managers",
        "manager",
        "base",
        "common",
        "misc",
    }
    assert not [name for name in TREES if empty & set(Path(name).with_suffix("").parts)]


def test_nothing_is_left_for_later():
    left = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert not [path for path in FILES if left.search(path.read_text("utf-8"))]


# Pages

TEMPLATES = sorted((SRC / "web/templates").rglob("*.html"))
STATIC = [
    p
    for p in sorted((SRC / "web/static").rglob("*"))
    if p.suffix in (".css", ".js", ".svg") and "vendor" not in p.parts
]
NAMESPACE = "http://www.w3.org/2000/svg"


def backwards():
    """Names by which a template could ask a row for the rows that hang on it."""
    relations = (rel for model in apps.get_models() for rel in model._meta.related_objects)
    return {rel.get_accessor_name() for rel in relations if not rel.hidden and rel.get_accessor_name()}


def test_no_template_asks_the_database():
    names = "|".join(sorted(backwards()))
    asking = re.compile(rf"\b(objects|\w+_set|(?:{names})\.(?:all|count|first|last|exists))\b")
    found = {path.name: asking.findall(" ".join(tags(path))) for path in TEMPLATES}
    assert TEMPLATES and not {name: hits for name, hits in found.items() if hits}


def tags(path):
    return re.findall(r"\{[{%].*?[%}]\}", path.read_text("utf-8"), re.S)


def test_every_number_in_words_can_be_read():
    """A format that Django cannot use shows nothing at all."""
    asked = [
        (path.name, told)
        for path in [*TEMPLATES, *(SRC / "public/templates").rglob("*.html")]
        for told in re.findall(r'stringformat:"([^"]*)"', path.read_text("utf-8"))
    ]
    assert asked and not [(name, told) for name, told in asked if not stringformat(7, told)]


@pytest.mark.parametrize("path", [*TEMPLATES, *STATIC], ids=lambda path: path.name)
def test_no_page_loads_anything_from_elsewhere(path):
    told = path.read_text("utf-8").replace(NAMESPACE, "")
    assert not re.search(r"(https?:)?//[a-z0-9-]+\.[a-z]", told, re.I)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_page_carries_script_or_style_in_its_lines(path):
    told = path.read_text("utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", told)
    assert not re.search(r"<style|\sstyle=\"|\son(click|change|submit|load|input)=", told)


def test_no_page_decides_by_a_stage_what_may_be_done():
    """Buttons come from the acts of the case file; a stage is shown, not asked."""
    asked = re.compile(r"\{%\s*(?:if|elif)[^%]*\.stage(?:\.value)?\s*(?:==|!=|in)[^%]*%\}\s*<(?:form|button)")
    assert not [path.name for path in TEMPLATES if asked.search(path.read_text("utf-8"))]


# Rows


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("jianyi.")]


@pytest.mark.parametrize("model", ours(), ids=lambda model: model.__name__)
def test_joins_carry_the_congress(model):
    for field in (f for f in model._meta.get_fields() if isinstance(f, ForeignObject)):
        sql = str(model._default_manager.select_related(field.name).query)
        join = sql[sql.index(" JOIN ") :]
        assert f'"{model._meta.db_table}"."congress_id" = ' in join, (field.name, sql)


# Its accounts are those of the whole installation, before anybody knows the congress; so are the jobs of the clock.
WITHOUT_CONGRESS = {"one_count_each", "one_beat_a_job"}


@pytest.mark.parametrize("model", ours(), ids=lambda model: model.__name__)
def test_every_row_has_its_congress_and_is_unique_within_it(model):
    assert isinstance(model._meta.get_field("congress_id"), models.BigIntegerField)
    for constraint in (c for c in model._meta.constraints if isinstance(c, models.UniqueConstraint)):
        assert "congress_id" in constraint.fields or constraint.name in WITHOUT_CONGRESS, constraint.name


@pytest.mark.parametrize("model", ours(), ids=lambda model: model.__name__)
def test_numbers_of_rows_are_our_own_and_no_row_is_deleted_with_another(model):
    key = model._meta.pk
    assert (
        key.name == "id" and isinstance(key, models.BigIntegerField) and not isinstance(key, models.AutoField)
    )
    for field in (f for f in model._meta.get_fields() if isinstance(f, ForeignObject)):
        assert field.remote_field.on_delete is models.DO_NOTHING


@pytest.mark.django_db
def test_migrations_are_current():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_letter_has_a_name():
    """Whatever kind a command issues is called by its name on the pages."""
    issued = [tree for name, tree in TREES.items() if name.startswith("cases/issued/")]
    named = {
        node.args[2].value
        for tree in issued
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("_send", "issued.issue")
        if len(node.args) > 2 and isinstance(node.args[2], ast.Constant)
    }
    assert len(named) > 5 and named <= set(KINDS)


def test_every_letter_has_its_place_in_the_file_of_a_case():
    """A work scheme and a circular are of no case; what urges and supervises is filed by whoever does."""
    supervising = {*OF_URGINGS, *OF_MEASURES}
    assert set(KINDS) - {"scheme", "circular"} - supervising <= set(ORDER)


@pytest.mark.parametrize(
    "model",
    [
        m
        for m in ours()
        if m._meta.app_label
        in ("cases", "fieldwork", "themes", "topics", "outcomes", "publication", "supervision")
    ],
    ids=lambda m: m.__name__,
)
def test_what_hangs_on_a_case_is_found_by_its_root(model):
    """Else a page of one case reads the rows of all of them."""
    known = [*model._meta.indexes, *(c for c in model._meta.constraints if hasattr(c, "fields"))]
    hangs = "root_id" in {field.attname for field in model._meta.concrete_fields}
    assert not hangs or any(list(each.fields)[:2] == ["congress_id", "root_id"] for each in known)
