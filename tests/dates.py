"""What the stories look up again and again."""

from jianyi.turn.models import Deadline


def due(holder, limit):
    """The last day of a clock, as the story writes it."""
    number = holder if isinstance(holder, int) else holder.id
    return str(Deadline.objects.get(holder_id=number, limit=limit).due_on)
