"""What leaves the platform: a row for each notice, channel and person; and how each channel fares in a congress."""

from django.db import models

from jianyi.kit.rows import Row


WAITING, SENT, REFUSED, NO_ADDRESS, DROPPED = "waiting", "sent", "refused", "no_address", "dropped"
STATES = {
    WAITING: "等待发送",
    SENT: "已送出",
    REFUSED: "对方拒收",
    NO_ADDRESS: "没有邮箱地址",
    DROPPED: "不用再发",
}


class Sending(Row):
    """One notice to one person by one channel. `due_at`: not before; `leased_until`: one process is at it; `receipt`: how the
    other side accepted it. Its number is the identity by which the other side knows a second try."""

    notice_id = models.BigIntegerField()
    channel = models.CharField(max_length=12)
    person_id = models.BigIntegerField()
    state = models.CharField(max_length=12, choices=list(STATES.items()), default=WAITING)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=200, blank=True)
    failure = models.CharField(max_length=300, blank=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "notice_id", "channel", "person_id"], name="one_sending_each"
            ),
        ]
        indexes = [
            models.Index(
                fields=["channel", "due_at", "id"], condition=models.Q(state=WAITING), name="sendings_waiting"
            ),
            models.Index(fields=["congress_id", "channel", "state", "-id"], name="sendings_by_state"),
            models.Index(fields=["congress_id", "person_id", "-id"], name="sendings_of_person"),
        ]


class Channel(Row):
    """How a channel fares. Of the installation (congress 0): failures in a row, and until when it is left alone. Of a congress:
    since when its administrators know that something waits too long."""

    name = models.CharField(max_length=12)
    failures = models.PositiveIntegerField(default=0)
    failed_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=300, blank=True)
    rests_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    alarmed_at = models.DateTimeField(null=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "name"], name="one_row_a_channel"),
        ]
