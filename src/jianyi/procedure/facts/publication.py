"""What is asked before a reply is made public."""

from dataclasses import dataclass


# From nothing to the whole.
WIDTHS = ("none", "title", "summary", "full")
WAYS = {"full": "全文公开", "summary": "摘要公开", "title": "只公开标题", "none": "不公开"}


def is_within(way: str, most: str) -> bool:
    """Is no more shown than this?"""
    return WIDTHS.index(way) <= WIDTHS.index(most)


@dataclass(frozen=True, slots=True)
class Cleared:
    """`out`: the reply is with the deputy; `stands`: the suggestion is neither withdrawn nor void; `hidden`: its proposer is;
    `way`: how it is to be published, `wished` and `signed`: the most that deputy and signed reply allow; `explained`: why it is
    less than the whole; `undecided`: marked passages of what would be shown; `unexplained`: those kept without a reason;
    `hands`: who prepared it; `texts`: what it is prepared from; `copies`: attachments of which there is a copy that may be published; `moved_on`: the public page tells less than there is;
    `objected`: the lead deputy does not want the reply published; `noted`: that was told already."""

    out: bool = False
    stands: bool = True
    hidden: bool = False
    way: str = "full"
    wished: str = "full"
    signed: str = "full"
    explained: bool = False
    summarised: bool = False
    undecided: int = 0
    unexplained: int = 0
    hands: frozenset[int] = frozenset()
    texts: tuple[str, ...] = ()
    copies: frozenset[int] = frozenset()
    moved_on: bool = False
    objected: bool = False
    noted: bool = False

    @property
    def wished_told(self) -> str:
        return WAYS[self.wished]

    @property
    def signed_told(self) -> str:
        return WAYS[self.signed]
