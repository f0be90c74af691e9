"""Every subcommand explains itself; wrong words get usage, empty directories a sentence."""

import pytest

import jianyi
from jianyi.console.main import COMMANDS, main


WANTED = {
    "run",
    "clock",
    "demo",
    "import",
    "simulate",
    "tick",
    "check",
    "journal",
    "backup",
    "restore",
    "docs",
}


def test_there_is_every_command():
    assert set(COMMANDS) == WANTED


@pytest.mark.parametrize("name", sorted(WANTED))
def test_each_explains_itself_in_both_languages(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0 and f"jianyi {name}" in told
    assert COMMANDS[name][1].split(" / ")[0][:4] in told and " / " in told


def test_it_says_which_version_it_is(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0 and capsys.readouterr().out == f"jianyi {jianyi.__version__}\n"


@pytest.mark.parametrize("words", [(), ("nonsense",), ("simulate", "--suggestions", "-1"), ("journal",)])
def test_wrong_words_get_usage(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2 and "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [("check",), ("tick",), ("journal", "verify"), ("backup", "nowhere.tar.gz")]
)
def test_an_empty_directory_gets_a_sentence(home, words):
    answer = home.call(*words)
    assert answer.returncode == 1 and "jianyi run" in answer.stderr and "Traceback" not in answer.stderr
