"""What never stands in a log: the token of a link, by which whoever reads the log could open it."""

import logging
import re


TOKENS = re.compile(r"(/(?:rate|first-password)/\d+/)[^/\s\"']+")


class Tokens(logging.Filter):
    """Puts … in the place of tokens, whoever wrote the line."""

    def filter(self, record: logging.LogRecord) -> bool:
        told = record.getMessage()
        if TOKENS.search(told):
            record.msg, record.args = TOKENS.sub(r"\1…", told), ()
        return True
