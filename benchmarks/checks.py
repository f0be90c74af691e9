"""What is loaded is what the product would have made: its own checks say so, or nothing is measured."""

from django.conf import settings

from jianyi.cases.models import Handling, Suggestion
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.journal.models import Line
from jianyi.journal.verify import verify

from .world import Province


def held(of: Province) -> list[str]:
    """One sentence each; stops the run where the data are not whole."""
    broken = [f"{name}: {told}" for name, (_, sentences) in violations().items() for told in sentences]
    rounds.seal()
    verdict = verify(of.world.congress.id, rounds.roots(of.world.congress.id), settings.JIANYI_SEAL)
    if broken or verdict.faults:
        raise SystemExit("\n".join(["loaded data are not whole:", *broken[:20], *verdict.faults[:20]]))
    return [
        f"On the first {Suggestion.objects.count():,} suggestions `jianyi check` finds no violation,"
        f" `jianyi journal verify` {verdict.lines:,} lines in {verdict.chains:,} chains, all whole. {_means(of)}"
    ]


def _means(of: Province) -> str:
    cases = Suggestion.objects.count()
    handed = [template for template in of.templates if template.root.handed_over_at]
    least = min(template.handlings for template in handed), min(len(template.lines) for template in handed)
    return (
        f"On average {Handling.objects.count() / cases:.1f} handlings and {Line.objects.count() / cases:.1f} journal lines a"
        f" suggestion (those handed over: at least {least[0]} and {least[1]})."
    )
