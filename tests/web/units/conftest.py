"""A reader who presses the forms as they stand in the page: hidden fields, defaults and buttons included."""

from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from django.test import Client


class Forms(HTMLParser):
    """Every form of a page with what it would send; every link."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.links, self.at, self.area, self.select = [], [], None, None, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(told.get("href", ""))
        elif tag == "form":
            self.at = {
                "action": told.get("action", ""),
                "method": told.get("method", "get"),
                "fields": {},
                "buttons": [],
            }
            self.forms.append(self.at)
        elif self.at is not None:
            self._field(tag, told, dict(attrs))

    def _field(self, tag, told, attrs):
        name = told.get("name", "")
        if tag == "input" and name and (told.get("type") not in ("checkbox", "radio") or "checked" in attrs):
            self.at["fields"].setdefault(name, []).append(told.get("value", ""))
        elif tag in ("textarea", "select"):
            self._open(tag, name)
        elif tag == "option" and self.select and "selected" in attrs:
            self.at["fields"][self.select] = [told.get("value", "")]
        elif tag == "button" and name:
            self.at["buttons"].append((name, told.get("value", "")))

    def _open(self, tag, name):
        if tag == "select":
            self.select = name
        else:
            self.area = name
            self.at["fields"][name] = [""]

    def handle_endtag(self, tag):
        if tag == "form":
            self.at = None
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.at is not None and self.area:
            self.at["fields"][self.area][0] += data


class Reader:
    def __init__(self, client):
        self.client = client

    def get(self, address):
        self.address, self.answer = address, self.client.get(address)
        return self.answer

    @property
    def text(self):
        return self.answer.content.decode()

    def press(self, button="", where="", **filled):
        """Send the form that has this button (or whose action holds `where`), with these fields filled in."""
        page = Forms(self.text)
        form = next(f for f in page.forms if _fits(f, button, where))
        told = {**form["fields"], **{k.replace("__", "-"): v for k, v in filled.items()}}
        if button:
            told["act"] = button
        there = urljoin(self.address, form["action"] or self.address)
        self.answer = self.client.post(there, told)
        if self.answer.status_code in (301, 302):
            return self.get(self.answer["Location"].partition("#")[0])
        return self.answer


def _fits(form, button, where):
    if form["method"] != "post" or "sign-out" in form["action"] or "/clock/" in form["action"]:
        return False
    return (not button or ("act", button) in form["buttons"]) and where in form["action"]


@pytest.fixture
def reader(sign_in):
    """`reader(actor)`: a browser signed in as this person."""
    return lambda actor: Reader(sign_in(Client(), actor))
