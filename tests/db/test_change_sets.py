"""Change sets: filed on what is stored, decided once, by people, and undone exactly."""

from tests.studio import StudioForTests


def test_a_greenlit_change_set_makes_its_rows(studio: StudioForTests) -> None:
    client_id, project_id = studio.client_and_project()
    from store.projects.tables import Client, Project

    with studio.database.read() as session:
        assert session.get_one(Client, client_id).name == "Lumen"
        assert session.get_one(Project, project_id).stage == "development"
