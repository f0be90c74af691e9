"""What is said of a circular (通报) and of what it pushes (推进清单)."""

from jianyi.procedure.actions import Action as A
from jianyi.procedure.words import Addressee, Circular, Push, Word


OF_CIRCULARS: dict[tuple[type[Word], A], str] = {
    (Circular, A.PRESENT): "通报{title}已送审，请审批。",
    (Circular, A.APPROVE): "通报{title}已审批，请签发。",
    (Circular, A.SEND_BACK): "通报{title}退回修改，意见见通报页面。",
    (Circular, A.WITHDRAW): "通报{title}已撤回，理由见通报页面。",
    (Addressee, A.SEND): "收到{title}，请阅并点“确认已阅”。",
    (Addressee, A.LAPSE): "{title}已撤回，不再作数。",
    (Push, A.TAKE_EFFECT): "{title}的推进清单中有一项由您负责，请在时限前办妥并报完成情况。",
    (Push, A.REACH): "{title}推进清单中有一项已报完成，请核对。",
    (Push, A.SEND_BACK): "{title}推进清单中有一项退回继续推进，意见见通报页面。",
}
