"""The architecture, tested."""

import ast
import re
from pathlib import Path

import jianyi
from django.core.management import call_command

from jianyi.cases import models
from jianyi.notices.wording import WORDING
from jianyi.procedure.actions import Action
from jianyi.procedure.refusals import NEVER
from jianyi.procedure.steps import STEPS
from jianyi.procedure.words import Batch, Capacity, Suggestion
from jianyi.turn.case import no_body
from jianyi.turn.door import COMMANDS, OWN_BODIES
from jianyi.turn.tracks import track_of


SRC = Path(jianyi.__file__).parent
FILES = [path for path in sorted(SRC.rglob("*.py")) if "migrations" not in path.parts]
TREES = {path: ast.parse(path.read_text("utf-8")) for path in FILES}
OF_CASES = {row.track for row in STEPS if track_of(row.track).root in (models.Suggestion, models.Batch)}
FORBIDDEN = {"utils", "helpers", "services", "managers", "base", "common"}
# Written without the door: unsent text, sign-in attempts, read marks, stored files, what the door itself keeps.
WITHOUT_A_TURN = {
    "turn", "journal", "parties/signing.py", "notices/queries.py", "documents/store.py", "cases/commands", "parties/commands.py",
    "web/congress", "web/admin", "web/deputies", "console", "jobs", "cases/models",
}  # fmt: skip


def functions():
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def test_every_step_a_person_takes_has_its_command_and_every_command_a_row():
    rows = {(track_of(row.track).model, row.action) for row in STEPS if set(row.by) - {Capacity.THE_PROCEDURE}}
    known = {key for key in COMMANDS if key[1] not in NEVER}
    assert rows == known


def test_what_no_rule_allows_can_be_asked_for_and_gets_its_own_answer():
    assert {action for _, action in COMMANDS if action in NEVER} == set(NEVER)


def test_a_step_of_the_procedure_that_a_person_may_also_take_has_the_same_body():
    shared = [key for key in OWN_BODIES if key in COMMANDS]
    assert all(COMMANDS[key].body is OWN_BODIES[key] for key in shared)
    assert no_body not in OWN_BODIES.values()


def test_every_action_is_in_the_table_or_known_to_be_never_allowed():
    assert set(Action) == {row.action for row in STEPS} | set(NEVER)


def test_whoever_is_told_is_told_in_words():
    lacking = {(row.track, row.action) for row in STEPS if row.tells} - set(WORDING)
    assert not lacking and {Suggestion, Batch} <= OF_CASES


def test_only_the_turn_sets_a_stage():
    found = {
        path.relative_to(SRC).as_posix()
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and any(getattr(target, "attr", "") == "stage" for target in node.targets)
    }
    assert found == {"turn/case.py"}


def test_every_question_says_who_asks():
    silent = [
        f"{path.name}:{node.name}"
        for path in [*(SRC / "cases/queries").glob("*.py"), SRC / "notices/queries.py"]
        for node in TREES[path].body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not asks(node)
    ]
    assert not silent


def asks(node):
    """Who asks is named, or the file, the row or the list of one reader is handed in."""
    names = {arg.arg for arg in [*node.args.args, *node.args.kwonlyargs]}
    return bool(names & {"by", "file", "under", "subject", "line", "lines", "case", "row", "handling", "paper", "stage", "holders", "due", "rows"})


def test_files_and_functions_are_short():
    assert [p.name for p in FILES if len(p.read_text("utf-8").splitlines()) > 300] == []
    lengths = sorted(node.end_lineno - node.lineno + 1 for _, node in functions())
    assert lengths[int(len(lengths) * 0.9)] <= 15 and lengths[-1] <= 40


def test_every_module_says_what_it_is_and_none_has_an_empty_name():
    assert not [p for p in FILES if p.read_text("utf-8").strip() and not ast.get_docstring(TREES[p])]
    assert not [p for p in FILES if p.stem in FORBIDDEN]


def test_joins_carry_the_congress():
    sql = str(models.Handling.objects.filter(root__title="x").query)
    assert sql.count('"congress_id"') >= 3 and "INNER JOIN" in sql


def test_migrations_are_current(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_nothing_is_loaded_from_elsewhere():
    ours = [*SRC.rglob("templates/**/*.html"), *SRC.glob("web/static/css/*.css"), *SRC.glob("web/static/js/*.js")]
    foreign = re.compile(r"(?:src|href|url\()\s*=?\s*[\"']?https?://")
    assert ours and not [path for path in ours if foreign.search(path.read_text("utf-8"))]


def test_no_page_carries_inline_script_or_style():
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=\"|\son[a-z]+=\"")
    assert not [path for path in SRC.rglob("templates/**/*.html") if inline.search(path.read_text("utf-8"))]


def test_no_page_asks_the_database():
    query = re.compile(r"{[{%][^}%]*\.(objects|select_related|[a-z]+_set)\b")
    assert not [path for path in SRC.rglob("templates/**/*.html") if query.search(path.read_text("utf-8"))]
