"""The paper with its desks, its editions and deliveries; what co-signers tell the lead about it."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models

from jianyi.journal.chain import sm3
from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import Striking, Text

from .handlings import Handling, OfHandling
from .suggestions import OfCase, Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under


class Paper(OfHandling):
    """`digest`: of the present text; `substance`: of the last text that was more than an edit of form by a desk that may
    make one; `desks`: the unit's rule as it stood when the paper was begun: [name, may edit form];
    `passed`: [desk, person, digest]; `hands`: who wrote it; `quotable`: may the reply be written
    from this opinion: yes, no, or not said; `struck`: [{no, item, reason, by, on}]: what seemed to be a promise and is none."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Paper)
    handling = Within(Handling, related_name="papers")
    handling_id: int
    answers = models.JSONField(default=list)
    reply_class = models.CharField(max_length=4, blank=True)
    opening = models.TextField(blank=True)
    closing = models.TextField(blank=True)
    promises = models.JSONField(default=list)
    bases = models.JSONField(default=list)
    struck = models.JSONField(default=list)
    publication = models.CharField(max_length=12, default="full")
    publication_reason = models.TextField(blank=True)
    quotable = models.CharField(max_length=4, blank=True)
    edition = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    substance = models.CharField(max_length=64, blank=True)
    desks = models.JSONField(default=list)
    passed = models.JSONField(default=list)
    hands = models.JSONField(default=list)
    number = models.CharField(max_length=60, blank=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=60, blank=True)
    sent_at = models.DateTimeField(null=True)
    sent_back = models.TextField(blank=True)

    class Meta(OfHandling.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="papers_of_case"),
            models.Index(
                fields=["congress_id", "stage", "reply_class", "handling_id"], name="papers_by_class"
            ),
        ]

    # Factories

    @classmethod
    def blank(cls, handling: Handling) -> Self:
        return cls.of(handling, desks=handling.unit.desks)

    # Mutators

    def rewrite(self, said: Text, people: list[int]) -> "Edition":
        """A new edition; earlier passes fall, unless not a word was changed or the desk at which it lies may edit form."""
        keeps, was = self.desk is not None and dict(self.desks)[self.desk], self.digest
        self.answers = [
            answer_told(a.no, a.text, a.adoption, a.measure, a.division, a.shared) for a in said.answers
        ]
        self.promises = [promise_told(p.no, p.item, p.due, p.division) for p in said.promises]
        self.bases = [{"title": b.title, "number": b.number} for b in said.bases]
        self.reply_class, self.opening, self.closing = said.reply_class, said.opening, said.closing
        self.publication, self.publication_reason = said.publication, said.publication_reason
        self.quotable = "" if self.is_reply else said.quotable
        self.edition += 1
        self.digest = sm3(json.dumps(self.text, ensure_ascii=False, sort_keys=True))
        if not keeps and self.digest != was:
            self.passed, self.substance = [], self.digest
        if self.desk is None:
            self.hands = sorted({*self.hands, *people})
        return Edition.of(self, people)

    def pass_desk(self, people: list[int]) -> None:
        self.passed = [*self.passed, [self.desk, people, self.digest]]

    def come_back(self, reason: str) -> None:
        """What was passed stays passed until the text changes: presented unchanged, it goes straight to whoever sent it
        back; changed, it goes through every desk again."""
        self.sent_back = reason

    def strike(self, said: Striking, name: str) -> None:
        """What seems to be a promise is none; whoever reviews it reads why."""
        row = {
            "no": said.no,
            "item": said.item,
            "reason": said.reason.strip(),
            "by": name,
            "on": str(clock.today()),
        }
        self.struck = [*self.struck, row]

    def start_over(self, reason: str) -> None:
        self.passed, self.sent_back = [], reason

    # Properties

    @property
    def text(self) -> dict[str, Any]:
        """What is reviewed and signed. Promises and bases are told where there are any, publication where less than the
        whole is to be made public, and of an opinion whether it may be quoted: a text without them keeps the digest
        under which it was read."""
        told = {"answers": self.answers, "reply_class": self.reply_class}
        told |= {"opening": self.opening, "closing": self.closing}
        told |= {name: rows for name in ("promises", "bases") if (rows := getattr(self, name))}
        told |= {"quotable": self.quotable} if self.quotable else {}
        return (
            told
            if not self.is_withheld
            else told | {"publication": [self.publication, self.publication_reason]}
        )

    @property
    def is_withheld(self) -> bool:
        """Less than the whole is to be made public."""
        return self.publication != "full"

    @property
    def may_be_quoted(self) -> bool:
        """Nobody has said that the lead unit must not write it into its reply."""
        return self.quotable != "no"

    @property
    def desks_left(self) -> list[str]:
        done = {row[0] for row in self.passed}
        return [name for name, _ in self.desks if name not in done]

    @property
    def desk(self) -> str | None:
        """Where it lies; nowhere while it is being drafted."""
        return next(iter(self.desks_left), None) if self.stage is words.Paper.AT_DESK else None

    @property
    def is_reply(self) -> bool:
        return not self.handling.advises


def answer_told(
    no: int, text: str, adoption: str, measure: str = "", division: int | str = 0, shared: str = ""
) -> dict[str, Any]:
    """One answer as it is kept; what is not said leaves no trace."""
    more = {"measure": measure, "division": division, "shared": shared}
    return {"no": no, "text": text, "adoption": adoption} | {
        name: said for name, said in more.items() if said
    }


def promise_told(no: int, item: str, due: date | None, division: int) -> dict[str, Any]:
    return {"no": no, "item": item, "due": due.isoformat() if due else None, "division": division}


class Edition(Row):
    """What the text was, version by version."""

    root_id = models.BigIntegerField()
    paper_id = models.BigIntegerField()
    edition = models.PositiveIntegerField()
    text = models.JSONField()
    desk = models.CharField(max_length=32, blank=True)
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(Row.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="editions_of_case")]
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "paper_id", "edition"], name="one_text_an_edition"
            ),
        ]

    @classmethod
    def of(cls, paper: Paper, people: list[int]) -> "Edition":
        return cls(
            congress_id=paper.congress_id, root_id=paper.root_id, paper_id=paper.id, edition=paper.edition,
            text=paper.text, desk=paper.desk or "", by=people[0], at=clock.now(),
        )  # fmt: skip


class Delivery(Row):
    """To whom, how, when: each proposer by himself. `channel`: platform, post, relayed, in_person."""

    root_id = models.BigIntegerField()
    paper_id = models.BigIntegerField()
    person_id = models.BigIntegerField()
    channel = models.CharField(max_length=12)
    mail_no = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()

    class Meta(Row.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="deliveries_of_case")]
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "paper_id", "person_id"], name="delivered_once_to_each"
            ),
        ]


CHANNELS = {"platform": "平台送达", "post": "邮寄", "relayed": "议案建议处转达", "in_person": "当面送达"}


class View(OfCase):
    """What a co-signer tells the lead deputy about a reply."""

    root = Within(Suggestion, related_name="views")
    root_id: int
    stage = WordField(words.View)
    paper = Within(Paper)
    paper_id: int
    person = Within(Person)
    person_id: int
    opinion = models.TextField(blank=True)

    class Meta(OfCase.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="views_of_case")]

    def come_home(self, under: "Under") -> Self:
        self.paper = under.get(Paper, self.paper_id)
        return super().come_home(under)
