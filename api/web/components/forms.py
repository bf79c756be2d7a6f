"""A form: what was typed stays where it is until it was accepted, and what is wrong with it is said at its field.

The browser holds what is typed; all of it comes with one event when the form is sent. No field has a `value` that a
redraw could set back.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from nicegui import events, ui
from pydantic import ValidationError

from api.web.components.fields import Amount, Check, Choice, Day, Field, Given, Number, Text, read_all
from api.web.frame.notices import tell
from api.web.frame.visit import Visit
from store.kernel.errors import DomainError

Act = Callable[[Given], Awaitable[None]]

_SENT = "(event) => { event.preventDefault(); emit(Object.fromEntries(new FormData(event.target))); }"
_CORRECT = "Please look at the fields marked below."


class Form:
    """Draws `fields` and a button that calls `act` with what was given; a refusal is shown and nothing is lost."""

    def __init__(
        self, visit: Visit, fields: Sequence[Field], act: Act, *, submit: str, name: str, working: str = "Filing…"
    ) -> None:
        self._visit, self._fields, self._act = visit, list(fields), act
        self._submit, self._name, self._working = submit, name, working
        self._refusals: dict[str, ui.label] = {}
        self._inputs: dict[str, ui.element] = {}
        self._busy = False

    def draw(self, cancel: Callable[[], None] | str | None = None) -> Form:
        """Draw it; `cancel` is where its second button leads, or what it does."""
        form = ui.element("form").classes("form").props("novalidate")
        form.props["aria-label"] = self._name
        form.on("submit", self._sent, js_handler=_SENT)
        with form:
            self._refusal = ui.label().classes("refusal").props("role=alert")
            self._refusal.set_visibility(False)
            for field in self._fields:
                self._draw_field(field)
            with ui.element("div").classes("form-acts"):
                self._button = ui.element("button").classes("btn btn-primary").props("type=submit")
                with self._button:
                    self._label = ui.label(self._submit)
                _draw_cancel(cancel)
        return self

    async def _sent(self, event: events.GenericEventArguments) -> None:
        if self._busy:
            return
        typed = {str(name): str(value) for name, value in dict(event.args or {}).items()}
        given, wrong = read_all(self._fields, typed)
        self._mark(wrong)
        if wrong:
            return
        self._busy = True
        self._button.props("disabled aria-busy=true")
        self._label.set_text(self._working)
        try:
            await self._act(given)
        except ValidationError as error:
            self._mark(_by_field(error))
        except DomainError as error:
            if error.code == "unauthenticated":
                tell(self._visit, error)
            else:
                self._mark({}, error.message)
        finally:
            self._busy = False
            if not self._button.is_deleted:
                self._button.props(remove="disabled aria-busy")
                self._label.set_text(self._submit)

    def _mark(self, wrong: Mapping[str, str], refusal: str = "") -> None:
        """Say at each field what is wrong with it, and above them what is wrong with the whole."""
        rest = [message for name, message in wrong.items() if name not in self._inputs]
        message = refusal or " ".join(rest) or (_CORRECT if wrong else "")
        self._refusal.set_text(message)
        self._refusal.set_visibility(bool(message))
        for name, entry in self._inputs.items():
            self._refusals[name].set_text(wrong.get(name, ""))
            self._refusals[name].set_visibility(name in wrong)
            entry.props(f"aria-invalid={'true' if name in wrong else 'false'}")
        first = next((name for name in self._inputs if name in wrong), None)
        if first is not None:
            self._inputs[first].run_method("focus")

    def _draw_field(self, field: Field) -> None:
        ticked = isinstance(field, Check)
        with ui.element("label").classes("field field-check" if ticked else "field"):
            if ticked:
                self._inputs[field.name] = _entry(field)
            with ui.element("span").classes("field-label"):
                ui.label(field.label)
                if not field.required and not ticked:
                    ui.label("optional").classes("field-optional")
            if not ticked:
                self._inputs[field.name] = _entry(field)
            hint = ui.label(field.hint).classes("field-hint") if field.hint else None
            refusal = ui.label().classes("field-refusal")
            refusal.set_visibility(False)
            self._refusals[field.name] = refusal
        # The label holds the hint and the refusal as well; read aloud, they describe the field and do not name it.
        entry = self._inputs[field.name]
        entry.props["aria-label"] = field.label
        entry.props["aria-describedby"] = " ".join(one.html_id for one in (hint, refusal) if one is not None)


def _entry(field: Field) -> ui.element:
    """Return the element that is typed into."""
    if isinstance(field, Choice):
        entry = ui.element("select")
        with entry:
            for value, label in field.options if field.value is not None else [("", "Choose…"), *field.options]:
                _option(value, label, chosen=value == field.initial)
    elif isinstance(field, Text) and field.lines > 1:
        entry = ui.element("textarea").props(f"rows={field.lines}")
        entry.props["defaultValue"] = field.initial
    else:
        entry = ui.element("input").props(_type_of(field))
        entry.props["defaultChecked" if isinstance(field, Check) else "defaultValue"] = (
            field.value if isinstance(field, Check) else field.initial
        )
    entry.props["name"] = field.name
    if field.required:
        entry.props["required"] = True
    return entry


def _option(value: str, label: str, *, chosen: bool) -> None:
    option = ui.element("option")
    option.props["value"] = value
    option.props["innerText"] = label
    if chosen:
        option.props["selected"] = True


def _type_of(field: Field) -> str:
    match field:
        case Check():
            return "type=checkbox"
        case Day():
            return "type=date"
        case Number() | Amount():
            return "type=text inputmode=decimal autocomplete=off"
        case Text(kind=kind):
            return f"type={kind} autocomplete=off"
        case _:
            return "type=text"


def _draw_cancel(cancel: Callable[[], None] | str | None) -> None:
    if isinstance(cancel, str):
        link = ui.element("a").classes("btn btn-ghost")
        link.props["href"] = cancel
        with link:
            ui.label("Cancel")
    elif cancel is not None:
        button = ui.element("button").classes("btn btn-ghost").props("type=button")
        button.on("click", lambda: cancel())
        with button:
            ui.label("Cancel")


def _by_field(error: ValidationError) -> dict[str, str]:
    """Return what an operation says about its fields, which carry the names of the form's."""
    return {
        str(problem["loc"][0]) if problem["loc"] else "": f"{problem['msg']}."
        for problem in error.errors(include_url=False, include_input=False)
    }
