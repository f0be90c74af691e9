"""One thing that waits for somebody, as lists show it: until when, and whether that is over."""

from datetime import date, timedelta

from jianyi.kit import clock
from jianyi.turn.items import NEVER
from jianyi.turn.models import WorkItem


class Waiting:
    """What a row of a list has that is about a work item."""

    item: WorkItem

    @property
    def due(self) -> date | None:
        """The day it is due, where there is one."""
        if self.item.due_at >= NEVER:
            return None
        return (self.item.due_at - timedelta(seconds=1)).astimezone(clock.HOME).date()

    @property
    def late(self) -> bool:
        return self.item.due_at <= clock.now()

    @property
    def when(self) -> str:
        """overdue, today, upcoming or open_ended, as in the work list."""
        if self.late or self.item.due_at >= NEVER:
            return "overdue" if self.late else "open_ended"
        tonight = clock.midnight(clock.today() + timedelta(days=1))
        return "today" if self.item.due_at <= tonight else "upcoming"
