"""Which steps lead toward one that nobody has taken yet: read off the table, for walks that search."""

from collections import deque
from functools import cache

from jianyi.procedure.steps import STEPS


@cache
def far(action, track):
    """Stage → how many steps of this track lie between it and a step of this action."""
    rows = [row for row in STEPS if row.track is track]
    steps = {stage: 0 for row in rows if row.action is action for stage in row.at}
    ahead = deque(steps)
    while ahead:
        stage = ahead.popleft()
        for row in rows:
            if row.to is stage:
                for before in row.at:
                    if before not in steps:
                        steps[before] = steps[stage] + 1
                        ahead.append(before)
    return steps


def leads_to(act, wanted):
    """Whether this act is one of the actions wanted of its track, or comes nearer to one. `wanted`: actions."""
    track, here, there = act.row.track, act.subject.stage, act.row.to
    for action in wanted:
        steps = far(action, track)
        if act.action is action or there is not None and steps.get(there, 99) < steps.get(here, 99):
            return True
    return False
