"""What may arrive: numbers the rows can hold, text without hidden characters, pages of a sane size."""

from typing import Annotated, Any

from ninja import Query, Schema
from pydantic import AfterValidator, ConfigDict, Field

from jianyi.kit.ids import LARGEST
from jianyi.kit.text import clean


def _number(told: str) -> str:
    if told != "new" and int(told) > LARGEST:
        raise ValueError("too large")
    return told


def _clean(told: str) -> str:
    return clean(told).text


NUMBER = r"^[1-9][0-9]{0,18}$"
Number = Annotated[str, Field(pattern=NUMBER, description="编号（十进制字符串）"), AfterValidator(_number)]
NumberOrNew = Annotated[
    str, Field(pattern=rf"{NUMBER}|^new$", description="编号；新建时写 new"), AfterValidator(_number)
]
Word = Annotated[str, Field(pattern="^[a-z_]{1,32}$")]
Words = Annotated[str, Field(max_length=100), AfterValidator(_clean)]
Cursor = Annotated[str, Field(max_length=300, description="上一次回答里的游标")]
Year = Annotated[int, Field(ge=1900, le=2199)]
Size = Annotated[int, Field(ge=1, le=100)]


class Pages(Schema):
    """A keyset page."""

    after: Cursor = ""
    before: Cursor = ""
    size: Size = 20

    @property
    def cursor(self) -> dict[str, Any]:
        return {"after": self.after, "before": self.before, "size": self.size}


class About(Schema):
    """What a new subject is about."""

    suggestion: Number | None = None
    handling: Number | None = None
    paper: Number | None = None
    plan: Number | None = None
    collective: Number | None = None
    helping: Number | None = None
    meeting: Number | None = None
    topic: Number | None = None
    year: Number | None = None
    person: Number | None = None
    unit: Number | None = None
    lead: Number | None = None
    division: Number | None = None
    promise: Number | None = None
    way: Word | None = None
    rung: Word | None = None
    delegation: bool = False

    @property
    def told(self) -> dict[str, Any]:
        return {name: value for name, value in self.dict().items() if value}


class Step(Schema):
    """What is said with a step; about what, where the subject is new; the version that was looked at; the request's
    own key, so that a request sent twice is one step."""

    model_config = ConfigDict(extra="forbid")

    saying: dict[str, Any] = {}
    about: About = About()
    seen: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    key: Annotated[str, Field(pattern=r"^[A-Za-z0-9._~-]{0,64}$")] | None = None


Paged = Annotated[Pages, Query()]
Asked = Annotated[About, Query()]
