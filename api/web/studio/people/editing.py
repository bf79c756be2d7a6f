"""Adding and changing people and what they are paid: every wish is filed as a change set."""

from __future__ import annotations

from datetime import date

from nicegui import ui

from api.web.components.dialog import Dialog
from api.web.components.fields import Amount, Choice, Day, Field, Given, Text
from api.web.components.filing import file_and_review
from api.web.components.forms import Form
from api.web.frame.visit import Visit
from api.web.studio.people.drawing import per_words
from api.web.studio.people.reading import Listed
from store.crew.operations import SetPerson, SetPersonRate
from store.kernel.ids import new_id

_UNITS = ("Day", "Hour", "Week", "Month", "Flat")


def open_person_form(visit: Visit, place: ui.element, person: Listed | None) -> None:
    """Show the form of a person, or of a new one, in a dialog put into `place`."""
    heading = f"Change {person.name}" if person else "Add a person"

    async def file(given: Given) -> None:
        operation = SetPerson(
            id=person.id if person else new_id("ppl"),
            name=given.text("name"),
            job_title=given.text("job_title"),
            department=given.text("department"),
            email=given.words("email"),
            phone=given.words("phone"),
            home_city=given.words("home_city"),
        )
        await file_and_review(visit, f"{'Change' if person else 'Add'} {operation.name}", [operation])

    place.clear()
    with place, Dialog(heading).filled() as dialog:
        Form(visit, _fields(person), file, submit="File for approval", name=heading).draw(cancel=dialog.close)
    dialog.open()


def open_rate_form(visit: Visit, place: ui.element, person: Listed, *, currency: str, today: date) -> None:
    """Show the form of a rate from a day on, in the currency of the latest one."""
    heading = f"A rate for {person.name}"

    async def file(given: Given) -> None:
        from_on = given.day("effective_on")
        assert from_on is not None
        operation = SetPersonRate.model_validate(
            {
                "id": new_id("prt"),
                "person_id": person.id,
                "unit": given.text("unit"),
                "rate_minor": given.minor("rate"),
                "currency": currency,
                "effective_on": from_on,
            }
        )
        await file_and_review(visit, f"Rate of {person.name} from {from_on.isoformat()}", [operation])

    units = [(unit, per_words(unit)) for unit in _UNITS]
    fields: list[Field] = [
        Amount("rate", f"Rate, {currency}", required=True, currency=currency),
        Choice("unit", "For what", required=True, options=units, value="Day"),
        Day("effective_on", "From", required=True, value=today, hint="What was paid before stays on record."),
    ]
    place.clear()
    with place, Dialog(heading).filled() as dialog:
        Form(visit, fields, file, submit="File for approval", name=heading).draw(cancel=dialog.close)
    dialog.open()


def _fields(person: Listed | None) -> list[Field]:
    return [
        Text("name", "Name", required=True, value=person.name if person else None),
        Text("job_title", "Job", required=True, most=120, value=person.job_title if person else None),
        Text("department", "Department", required=True, most=60, value=person.department if person else None),
        Text("email", "E-mail", most=254, kind="email", value=person.email if person else None),
        Text("phone", "Phone", most=60, kind="tel", value=person.phone if person else None),
        Text("home_city", "City", most=120, value=person.city if person else None),
    ]
