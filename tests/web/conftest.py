"""The demo story in a store, and the desk over it: in this process, or served to a browser."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rashomon import demo, read
from rashomon.desk import work
from rashomon.model import Article
from rashomon.store import open_store
from rashomon.web.app import create_app
from rashomon.web.rework import Rework
from rashomon.web.settings import Settings

TOKEN = "a-token-for-tests-only"


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory) -> Path:
    """The demo story in two versions: five articles first, then the sixth, which corrects a count."""
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    paths = [each for each in demo.files() if each.stem != "metadata"]
    metadata = next((each for each in demo.files() if each.stem == "metadata"), None)
    articles = [each for each in read.read_paths(paths, metadata=metadata) if isinstance(each, Article)]
    with open_store(path) as store:
        for some in (articles[:5], articles[5:]):
            for article in some:
                store.writer().keep(article)
            work(store)
    return path


@pytest.fixture(scope="session")
def told(demo_store) -> dict:
    """The story's dossier."""
    with open_store(demo_store) as store, store.view() as view:
        return view.dossier(view.stories()[0].id).json()


@pytest.fixture
def store_path(demo_store, tmp_path) -> Path:
    """A store of the test's own to write into."""
    path = tmp_path / "desk.db"
    with closing(sqlite3.connect(demo_store)) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
    return path


@pytest.fixture
def asked() -> list[str]:
    """The stores whose work the desk asked for, instead of having it done."""
    return []


@pytest.fixture
def client(store_path, asked) -> Iterator[TestClient]:
    """The desk as a program sees it."""
    with open_store(store_path) as store:
        settings = Settings(store=str(store_path), token=TOKEN, renderers=0, hosts=("testserver",))
        app = create_app(settings, store, rework=Asked(asked))
        with TestClient(app, base_url="http://localhost:8377", follow_redirects=False) as made:
            yield made


class Asked(Rework):
    """Notes what it was asked for."""

    def __init__(self, asked: list[str]) -> None:
        super().__init__("", on=False)
        self.asked = asked

    def ask(self) -> None:
        self.asked.append("work")


@pytest.fixture
def sign_in(client) -> Callable[[], str]:
    """Sign a person in; returns what the forms of this session carry."""

    def run() -> str:
        client.post("/sign-in", data={"token": TOKEN, "who": "Ana Ruiz"})
        return client.get("/me").text.split('name="sign" value="')[1].split('"')[0]

    return run
