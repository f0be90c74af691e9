"""Needs of rating sheets and of co-signers' views."""

from ..facts.acting import Clocks, Rules
from ..facts.cases import Score
from ..facts.said import Opinion, Rated
from ..refusals import Code
from ..words import Limit
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "答复尚未送达。")
def the_reply_is_delivered(score: Score) -> bool: return score.delivered

@need(Code.CHECKLIST_UNMET, "请对办理态度和办理结果都作出评价：满意、基本满意或者不满意。")
def both_questions_are_answered(said: Rated) -> bool: return said.complete

@need(Code.REASON_REQUIRED, "不满意须写明意见，不少于 {rules.bounds[opinion_length]} 字。")
def dissatisfaction_is_explained(said: Rated, rules: Rules) -> bool:
    return not said.dissatisfied or len(said.opinion.strip()) >= rules.least("opinion_length")

@need(Code.NOT_IN_THIS_PLACE, "本地的征询意见表不问这些项目：请只填表上列出的项目。")
def nothing_else_is_answered(said: Rated, rules: Rules) -> bool: return not said.beyond(rules.rating_asks)

@need(Code.TOO_EARLY, "代表不满意。")
def the_deputy_is_content(score: Score) -> bool: return not score.dissatisfied

@need(Code.TOO_EARLY, "代表没有表示不满意。")
def the_deputy_is_not_content(score: Score) -> bool: return score.dissatisfied and not score.later_round

@need(Code.TOO_EARLY, "不是再次不满意。")
def the_deputy_is_still_not_content(score: Score) -> bool: return score.dissatisfied and score.later_round

@need(Code.TOO_EARLY, "尚不需催评。", Limit.RATING)
def a_reminder_is_due(score: Score, clocks: Clocks, rules: Rules) -> bool:
    return clocks.ran_out(Limit.RATING) and Limit.RATING_GRACE in rules.laid_down and not score.reminded

@need(Code.TOO_EARLY, "测评期限未满。", Limit.RATING, Limit.RATING_GRACE)
def the_time_to_rate_is_over(score: Score, clocks: Clocks, rules: Rules) -> bool:
    last = Limit.RATING_GRACE if Limit.RATING_GRACE in rules.laid_down else Limit.RATING
    return clocks.ran_out(last)

@need(Code.TOO_EARLY, "任务仍然有效。")
def its_reply_is_void(score: Score) -> bool: return score.void

@need(Code.REASON_REQUIRED, "请写明要告知领衔代表的意见。")
def there_is_a_view(said: Opinion) -> bool: return bool(said.opinion.strip())

@need(Code.TOO_LATE, "领衔代表已经测评，或者答复尚未送达。")
def the_sheet_is_open(score: Score) -> bool: return score.delivered
# fmt: on
