"""What is told of key topics: one sentence for every step that tells somebody; {title} names the topic."""

from jianyi.procedure.actions import Action as A
from jianyi.procedure.words import Advice, Covered, KeyTopic, Sounding, Word


OF_TOPICS: dict[tuple[type[Word], A], str] = {
    (KeyTopic, A.NOMINATE): "重点督办议题{title}已提议，请征询承办单位意见。",
    (KeyTopic, A.DROP): "重点督办议题{title}的提议已撤回，理由见议题页。",
    (KeyTopic, A.CONSULT): "重点督办议题{title}正在征询承办单位意见。",
    (KeyTopic, A.MARK_KEY): "{title}已决定列为重点督办议题。",
    (KeyTopic, A.REFUSE): "{title}经研究没有列为重点督办议题，理由见议题页。",
    (KeyTopic, A.INCLUDE): "重点督办议题{title}补充列入了建议。",
    (KeyTopic, A.LIFT_KEY): "{title}已取消重点督办，理由见议题页。",
    (KeyTopic, A.PUBLISH): "重点督办议题{title}已列入向社会公布的清单。",
    (KeyTopic, A.TAKE_DOWN): "重点督办议题{title}已从向社会公布的清单撤下，理由见议题页。",
    (KeyTopic, A.PLAN): "重点督办议题{title}有了督办方案，请按安排配合。",
    (KeyTopic, A.VISIT): "重点督办议题{title}登记了一次视察，意见已送承办单位。",
    (KeyTopic, A.HAND_IN): "重点督办议题{title}的督办报告已提交，请转报会议。",
    (Covered, A.TAKE_OUT): "重点督办议题{title}移出了一件建议，理由见议题页。",
    (Covered, A.JOIN): "重点督办议题{title}重新列入了一件建议。",
    (Covered, A.LAPSE): "重点督办议题{title}有一件建议已撤回或者并入另一件，已自动移出。",
    (Sounding, A.ASK): "{title}拟列为重点督办议题，征询本单位意见，请在截止日前回复。",
    (Sounding, A.REPLY): "有单位回复了重点督办议题{title}的征询。",
    (Advice, A.GIVE): "重点督办议题{title}的视察意见已送本单位，请研究办理，在截止日前答复。",
    (Advice, A.REPLY): "承办单位答复了重点督办议题{title}的一条视察意见。",
    (Advice, A.LAPSE): "重点督办议题{title}有一条视察意见所送的单位已不办理这件建议，请另行处理。",
}
