"""The API against its own description: whatever is sent, no server error, and only what is described."""

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

TOKEN = "a-token-for-tests-only"
LOOK = settings(
    max_examples=12,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_every_operation_answers_as_described(client) -> None:
    load_all_checks()
    from schemathesis.checks import not_a_server_error

    checks = [
        not_a_server_error,
        status_code_conformance,
        content_type_conformance,
        response_schema_conformance,
    ]
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", client.app)
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @LOOK
        @given(case=operation.as_strategy())
        def answers(case) -> None:
            for headers in ({}, {"Authorization": f"Bearer {TOKEN}"}):
                response = case.call(headers=headers)
                case.validate_response(response, checks=checks)

        answers()
        tried += 1
    assert tried >= 16


def test_the_description_names_every_path_and_asks_for_nothing_outside(client) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["info"]["title"] == "rashomon"
    assert all(path.startswith("/api/") for path in described["paths"])
    assert client.get("/docs").status_code == 404


def test_the_dossier_is_sent_as_it_is_stored(client, told) -> None:
    assert client.get(f"/api/stories/{told['story']['id']}/dossier").json() == told


def test_numbers_over_time_are_sent_with_their_bounds(client, told) -> None:
    rows = client.get(f"/api/stories/{told['story']['id']}/numbers").json()
    injured = next(row for row in rows if row["relation"] == "update")
    assert [reading["high"] for reading in injured["readings"]][-1] == 15
    assert [reading["hedge"] for reading in injured["readings"]].count("at_least") == 2


def test_what_no_text_can_hold_is_refused_or_passed_over(client) -> None:
    for path in ("/api/search?q=%00", "/api/outlets?x=%ff", "/search?q=%00%ed%a0%80", "/names?q=%00%25_"):
        assert client.get(path).status_code in (200, 422)
