"""Form fields that say in Chinese what is wrong, and take no hidden characters."""

from typing import Any

from django import forms

from jianyi.kit.text import clean, is_name, tidy_name


class Line(forms.CharField):
    """One line of text; `hint` stands below it."""

    def __init__(self, label: str, most: int, *, need: bool = True, hint: str = "", **more: Any) -> None:
        messages = {"required": f"请填写{label}。", "max_length": f"{label}太长：最多 {most} 个字。"}
        super().__init__(
            label=label, max_length=most, required=need, help_text=hint, error_messages=messages, **more
        )

    def to_python(self, value: Any) -> Any:
        return super().to_python(clean(value).text if isinstance(value, str) else value)


class Name(Line):
    """A person's name, with the rare characters that names do have."""

    def __init__(self, label: str = "姓名", **more: Any) -> None:
        super().__init__(label, 60, **more)

    def clean(self, value: Any) -> str:
        name = tidy_name(super().clean(value))
        if name and not is_name(name):
            raise forms.ValidationError("这不像一个姓名：请写两个以上汉字，少数民族姓名中间用“·”。")
        return name


class Login(Line):
    """What is typed to sign in; nothing that a spreadsheet would take for a formula."""

    def __init__(self, label: str = "登录名", **more: Any) -> None:
        super().__init__(label, 60, **more)

    def clean(self, value: Any) -> str:
        login: str = super().clean(value)
        if login and not fits_login(login):
            raise forms.ValidationError("登录名里不能有空格，开头不能用 = + - @。")
        return login


def fits_login(login: str) -> bool:
    return bool(login) and not any(letter.isspace() for letter in login) and login[0] not in "=+-@＝＋－＠'"


def choice(label: str, choices: Any, *, need: bool = True, hint: str = "", **more: Any) -> forms.ChoiceField:
    messages = {"required": f"请选择{label}。", "invalid_choice": f"请从列表里选择{label}。"}
    return forms.ChoiceField(
        label=label, choices=choices, required=need, help_text=hint, error_messages=messages, **more
    )


def whole(label: str, *, least: int = 1, most: int = 999, **more: Any) -> forms.IntegerField:
    messages = {"required": f"请填写{label}。", "invalid": f"{label}请写阿拉伯数字。"}
    return forms.IntegerField(label=label, min_value=least, max_value=most, error_messages=messages, **more)


def moment(label: str, *, need: bool = False, hint: str = "") -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    messages = {"required": f"请填写{label}。", "invalid": f"{label}请写成日期和时间。"}
    return forms.DateTimeField(
        label=label, required=need, help_text=hint, widget=widget, error_messages=messages,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
    )  # fmt: skip


def on_day(label: str, *, need: bool = False, hint: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    messages = {"required": f"请填写{label}。", "invalid": f"{label}请写成日期，如 2028-01-16。"}
    return forms.DateField(
        label=label,
        required=need,
        help_text=hint,
        widget=widget,
        error_messages=messages,
        input_formats=["%Y-%m-%d"],
    )


def password(label: str, autocomplete: str, hint: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(
        label=label, max_length=200, strip=False, help_text=hint, widget=widget,
        error_messages={"required": f"请填写{label}。"},
    )  # fmt: skip
