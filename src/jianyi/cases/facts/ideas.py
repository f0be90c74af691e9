"""What the procedure asks about a golden idea."""

from jianyi.procedure.facts import ideas as f
from jianyi.turn.under import Under

from ..models import Idea


def noted(idea: Idea, under: Under) -> f.Noted:
    return f.Noted(idea.contact.stage)
