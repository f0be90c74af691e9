"""How each job fares, and since when the clock stands still."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jianyi.kit import clock

from .models import Beat


# The job that must never be late: by it one sees whether the clock goes at all.
PULSE = "tick"
# So long nothing need have begun.
PATIENCE = timedelta(minutes=5)
# job → what it is called, how often it runs
LABELS = {
    "tick": ("到期的程序步骤", timedelta(minutes=1)),
    "remind": ("期限提醒", timedelta(minutes=5)),
    "spread": ("把消息分到各渠道", timedelta(seconds=5)),
    "email": ("发送电子邮件", timedelta(seconds=5)),
    "webhook": ("发送对接接口", timedelta(seconds=5)),
    "alarm": ("检查久未发出的消息", timedelta(minutes=5)),
    "seal": ("封存办理记录", timedelta(minutes=5)),
    "statistics": ("整理数据库统计", timedelta(hours=1)),
}
STATES = {
    "well": "正常",
    "failing": "上次失败",
    "late": "没有按时运行",
    "running": "正在运行",
    "never": "还没有运行过",
}


@dataclass(frozen=True)
class Health:
    """How one job fares; `state`: one of STATES."""

    name: str
    label: str
    every: timedelta
    state: str
    began_at: datetime | None = None
    ended_at: datetime | None = None
    failed_at: datetime | None = None
    failure: str = ""
    done: int = 0
    watermark: str = ""

    @property
    def state_label(self) -> str:
        return STATES[self.state]

    @property
    def is_well(self) -> bool:
        return self.state in ("well", "running")

    @property
    def seconds(self) -> int:
        return int(self.every.total_seconds())

    @property
    def every_label(self) -> str:
        return f"{self.seconds} 秒" if self.seconds < 60 else f"{self.seconds // 60} 分钟"


def healths() -> list[Health]:
    """Every job, in the order in which they follow each other."""
    rows = {row.name: row for row in Beat.objects.filter(name__in=LABELS)}
    return [_health(name, label, every, rows.get(name)) for name, (label, every) in LABELS.items()]


def _health(name: str, label: str, every: timedelta, row: Beat | None) -> Health:
    if row is None or row.began_at is None:
        return Health(name, label, every, "never")
    return Health(
        name, label, every, _state(row, every), row.began_at, row.ended_at, row.failed_at, row.failure, row.done,
        row.watermark,
    )  # fmt: skip


def _state(row: Beat, every: timedelta) -> str:
    """Late: nothing has begun for three rounds and some minutes; what began later than now was told by another clock."""
    assert row.began_at is not None
    if row.began_at < clock.now() - max(PATIENCE, 3 * every) and not is_at_work(row):
        return "late"
    if row.failed_at and row.failed_at >= max(row.began_at, row.ended_at or row.began_at):
        return "failing"
    return "running" if row.holder else "well"


def is_at_work(row: Beat) -> bool:
    """Begun long ago, and its process still holds on to it: there is much to do, as after days of standing still."""
    return bool(row.holder) and row.leased_until is not None and row.leased_until > clock.now()


def alarm() -> str:
    """What administrators and the congress's office are told while the clock stands still; nothing while it goes."""
    row = Beat.objects.filter(name=PULSE).first()
    began = row.began_at if row else None
    if row and began and (began >= clock.now() - PATIENCE or is_at_work(row)):
        return ""
    told = f"自 {began.astimezone(clock.HOME):%Y-%m-%d %H:%M} 起没有运行" if began else "从来没有运行过"
    return f"时钟{told}：到期的步骤、期限提醒和消息发送都停着。请系统管理员在服务器上启动 jianyi clock（或者 jianyi run）。"
