"""What a unit asks for on the way to its reply: the deputy's view of the draft, more time, a leader for a key case."""

from datetime import timedelta

from jianyi.cases.commands import inside, suggestions
from jianyi.cases.models import Charge, Collective, Consultation, Extension
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    AskedExtension,
    Because,
    Charging,
    Comment,
    Decision,
    Exempting,
    Granting,
    KeyMark,
    Reaching,
)
from jianyi.procedure.words import Limit
from jianyi.turn.models import Deadline

from . import texts
from .agenda import Road, worked
from .pictures import landscape
from .planning import Planning


ASKS = (
    "extension_dropped",
    "extension_prepared",
    "extension_asked",
    "extension_granted",
    "extension_refused",
)
EXEMPTIONS = ("exemption", "exempted", "exemption_refused")


class Asking(Planning):
    """What a task asks others for before its reply may leave."""

    def _shows(self, again: str) -> None:
        """The draft goes to the deputy; of a confidential one through the office."""
        self.shown: Consultation | None = None
        if self.helps or self._exempted(again):
            return
        row = inside.show(by=self.officer, on=Consultation.about(self.paper))
        if row.stage is w.Consultation.TO_RELAY and not self.plan.has("draft_to_relay"):
            row = inside.relay(by=self.province.clerk, on=row)
        self.shown = row

    def _hears(self, again: str) -> None:
        """The deputy agrees, comments, or says nothing for so long that it may go on."""
        if self.shown is None:
            return
        if self.plan.has("unanswered") and not again:
            self.late += timedelta(days=12)
        elif self.plan.has("commented") and not again:
            self._comments(self.shown)
        else:
            inside.accept_draft(by=self._speaker(), on=self.shown)

    def _comments(self, row: Consultation) -> None:
        said = Comment(self.dice.choice(texts.COMMENTS))
        row = inside.comment(by=self._speaker(), on=row, saying=said)
        if not self.stops("agree"):
            told = Because("已按您的意见在相应条目中写明责任单位和时限。")
            inside.address(by=self.officer, on=row, saying=told)

    def _exempted(self, again: str) -> bool:
        """Where the deputy has written that no draft need be shown; a refused exemption shows it all the same."""
        if again or not self.plan.has(*EXEMPTIONS):
            return False
        letter = keep(
            landscape(self.handling.id % 97), name="代表来信.png", kind="png", congress=self.officer.congress, owner=self.officer.person
        )  # fmt: skip
        said = Exempting("代表来信表示信任承办单位，不必再看稿，扫描件已入卷。", (letter.id,))
        row = inside.exempt(by=self.officer, on=Consultation.about(self.paper), saying=said)
        if self.plan.has("exempted"):
            inside.approve_exemption(by=self.unit.office, on=row)
        elif self.plan.has("exemption_refused"):
            inside.refuse_exemption(by=self.unit.office, on=row, saying=Because("请等代表返程后送看。"))
        return not self.plan.has("exemption_refused")

    def _extended(self) -> Road:
        """Asked for well before the last day; decided within the days the body has."""
        if self.helps or not self.plan.has(*ASKS):
            return
        clocks = Deadline.objects.filter(holder_id=self.handling.id, limit=Limit.REPLY)
        until = worked(clocks.get().due_on + timedelta(days=40), 0)
        grounds, reason, progress, plan, said_by_deputy = texts.MORE_TIME
        said = AskedExtension(until, grounds, reason, progress, plan, clock.today(), "phone", said_by_deputy)
        row = inside.ask_extension(by=self.unit.office, on=Extension.of(self.handling), saying=said)
        if self.plan.has("extension_prepared"):
            return
        if self.plan.has("extension_dropped"):
            inside.drop_extension(by=self.leader, on=row)
            return
        row = inside.approve_extension(by=self.leader, on=row)
        if self.plan.has("extension_asked"):
            return
        yield clock.now() + timedelta(days=1)
        if self.plan.has("extension_refused"):
            inside.refuse_extension(
                by=self.province.office, on=row, saying=Because("所列事项不属于涉及面广的情形，请按期答复。")
            )
        else:
            inside.grant_extension(
                by=self.province.office, on=row, saying=Granting(until, "同意延期，请抓紧办理。")
            )

    def _led(self) -> None:
        """A key suggestion: entered by the office, led by a leader of the unit."""
        if self.helps or not self.plan.has("key", "major"):
            return
        if self.plan.has("major"):
            reason = Because("涉及全省面上资金安排，须由党组集体研究。")
            self.handling = inside.mark_major(by=self.unit.office, on=self.handling, saying=reason)
            return
        case = self.handling.root
        if not case.key:
            suggestions.mark_key(
                by=self.province.clerk, on=case, saying=KeyMark(clock.today(), 0, "常委会副主任")
            )
        self.handling = inside.lead(by=self.leader, on=self.handling)

    def _decided_on(self) -> None:
        """The leadership meets on a major case, and on the very text that is to be signed."""
        if self.handling.major and not self.helps:
            head = self.unit.principal.person
            said = Decision(
                name=f"{clock.today().year}年党组（扩大）会议", held_on=clock.today(), hour="9:00", where="三楼会议室", chair=head,
                expected=9, present=8, observers="办公室主任、承办处室负责人", reporter=self.head.person, note="同意按此稿答复。",
                recorder=self.unit.office.person, signer=head,
            )  # fmt: skip
            row = inside.decide(by=self.unit.office, on=Collective.about(self.paper), saying=said)
            self._charged(row)

    def _charged(self, row: Collective) -> None:
        """One is done at once, one is dropped again, one goes on."""
        due = clock.today() + timedelta(days=20)
        done, dropped, _ = (
            inside.charge(
                by=self.unit.office, on=Charge.by(row), saying=Charging(text, self.officer.person, due)
            )
            for text in ("将会议决定告知会办单位", "另行起草情况说明", "落实答复中列明的事项")
        )
        inside.reach_charge(by=self.officer, on=done, saying=Reaching("已书面告知。"))
        inside.drop_charge(by=self.leader, on=dropped, saying=Because("答复中已写明，不另行起草。"))
