"""Every suggestion is found by the words of its title."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from ..models import Suggestion, TitlePair
from ..models.titles import pairs_of


AT_ONCE = 500


def every_title_is_found_by_its_words() -> Iterator[str]:
    titles = Suggestion.objects.order_by("id").values_list("id", "title").iterator()
    for part in iter(lambda: dict(islice(titles, AT_ONCE)), {}):
        kept: dict[int, set[str]] = defaultdict(set)
        for root, pair in TitlePair.objects.filter(root_id__in=part).values_list("root_id", "pair"):
            kept[root].add(pair)
        for number, title in part.items():
            if kept[number] != pairs_of(title):
                yield f"suggestion/{number}：按标题查找的索引与标题不符"
