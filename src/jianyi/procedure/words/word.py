"""What a word is."""

from enum import Enum


class Word(Enum):
    label: str

    def __new__(cls, value: str, label: str = "") -> "Word":
        word = object.__new__(cls)
        word._value_ = value
        word.label = label
        return word
