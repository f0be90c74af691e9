"""The writing form as it was typed: from the browser, from the unsent text, or from the draft; and what a step makes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from jianyi.cases.models import Suggestion
from jianyi.kit.ids import read_number, read_numbers
from jianyi.procedure.facts.said import BASES, CONTACT_WISHES, KINDS, REPEATED, WISHES, Writing
from jianyi.turn.buffers import Texts


NAMES = tuple(Writing.__dataclass_fields__)
FLAGS = ("confidential", "open_to_co_signers")
MANY = ("points", "basis", "wished_units", "attachments")
CHOICES: dict[str, Mapping[str, str]] = {
    "kind": KINDS, "repeated_years": REPEATED, "publication_wish": WISHES, "contact_wish": CONTACT_WISHES,
}  # fmt: skip
LONGEST = {"title": 200, "publication_reason": 200, "confidential_reason": 200}
EMPTY_ROWS = 3


@dataclass
class Form:
    """What stands in the fields; a field that is not there was left empty or unticked."""

    texts: Texts
    version: int = 0
    problems: dict[str, str] = field(default_factory=dict)

    def one(self, name: str) -> str:
        return (self.texts.get(name) or [""])[0]

    def many(self, name: str) -> list[str]:
        return self.texts.get(name, [])

    def numbers(self, name: str) -> set[int]:
        return set(read_numbers(self.many(name)))

    @property
    def points(self) -> list[str]:
        """With an empty row to go on writing, and never fewer than a new sheet has."""
        rows = [*self.many("points")]
        rows += [""] if not rows or rows[-1].strip() else []
        return rows + [""] * (EMPTY_ROWS - len(rows))

    @property
    def plain(self) -> dict[str, Any]:
        """For the step: every field, each as the kind it is."""
        told: dict[str, Any] = {name: self.one(name) for name in NAMES if name not in (*MANY, *FLAGS)}
        told |= {name: _known(told[name], options) for name, options in CHOICES.items()}
        told |= {name: name in self.texts for name in FLAGS}
        told["title"] = "".join(line.strip() for line in told["title"].splitlines())
        told["points"] = [text for text in self.many("points") if text.strip()]
        told["basis"] = [name for name in self.many("basis") if name in BASES]
        return told | {name: sorted(self.numbers(name)) for name in ("wished_units", "attachments")}

    def check(self) -> None:
        """What no draft can hold, in sentences."""
        for name, most in LONGEST.items():
            if len(self.plain[name]) > most:
                label = Writing.__dataclass_fields__[name].metadata["label"]
                self.problems[name] = (
                    f"“{label}”写了 {len(self.plain[name])} 字，请缩短到 {most} 字以内再保存。"
                )


def _known(word: str, options: Mapping[str, str]) -> str:
    return word if word in options else next(iter(options))


def blank() -> Form:
    """A new sheet: what the procedure presumes until the deputy says otherwise."""
    said = Writing()
    return Form({name: [getattr(said, name)] for name in CHOICES} | {"open_to_co_signers": ["1"]})


def posted(post: QueryDict) -> Form:
    return Form({name: post.getlist(name) for name in NAMES if name in post})


def kept(texts: Texts, version: int) -> Form:
    """The unsent text as autosave left it."""
    return Form({name: list(values) for name, values in texts.items() if name in NAMES}, version)


def of(case: Suggestion, attachments: Iterable[int]) -> Form:
    """The draft as it was last saved."""
    texts: Texts = {name: [str(getattr(case, name))] for name in NAMES if name not in (*MANY, *FLAGS)}
    texts |= {name: ["1"] for name in FLAGS if getattr(case, name)}
    texts |= {name: [str(part) for part in getattr(case, name)] for name in MANY if name != "attachments"}
    return Form(texts | {"attachments": [str(number) for number in attachments]})


def arranged(points: list[str], act: str) -> list[str]:
    """Points after a press of 再加一条, 上移, 下移 or 删除; the number counts from 1 and means the row as it was sent."""
    verb, _, told = act.partition("-")
    at = (read_number(told) or 0) - 1
    rows = [*points]
    if verb == "more":
        return [*rows, ""]
    if not 0 <= at < len(rows):
        return rows
    row = rows.pop(at)
    if verb in ("up", "down"):
        rows.insert(max(0, at - 1) if verb == "up" else at + 1, row)
    return rows
