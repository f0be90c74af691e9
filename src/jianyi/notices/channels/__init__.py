"""The channels by which a notice leaves the platform. One more is one more entry here: a name, whether the house wants it, what it
still lacks, and how it sends one message."""

from collections.abc import Mapping

from . import mail, webhook
from .channel import Channel


CHANNELS: Mapping[str, Channel] = {"email": mail.Mail(), "webhook": webhook.Webhook()}
