"""What the desk's job works out is the same on both databases, byte for byte."""

import fables
from rashomon.desk import redo, work
from rashomon.store import open_store

TELLING = "{} at Mirelle\n\nMIRELLE: {}. “Nobody sails tonight,” said harbour master Odile Brun on Monday.\n"


def test_both_databases_come_to_the_same(sqlite_address, postgres_address, tmp_path):
    texts = [
        TELLING.format("Storm closes harbour", "A storm closed the harbour, and twelve ferries waited"),
        TELLING.format("Harbour shut by storm", "A storm closed the harbour, and fourteen ferries waited"),
        "Zug 9? Nein!",
    ]
    articles = [
        fables.article(text, outlet=f"Post {number}", title=text.split("\n")[0], published="2031-03-03")
        for number, text in enumerate(texts)
    ]
    manifests = []
    for address, order in ((sqlite_address, articles), (postgres_address, articles[::-1])):
        with open_store(address) as store:
            for article in order:
                store.writer().keep(article)
            work(store)
            store.writer().judge("move", {"article": articles[0].id, "story": None}, who="ada")
            work(store)
            redo(store, "compare")
            work(store)
            folder = tmp_path / f"out{len(manifests)}"
            with store.view() as view:
                view.export(folder)
                assert view.search("ferries") != ()
                assert view.counts()["stories"] == 3
        files = {path.name: path.read_bytes() for path in folder.glob("*.jsonl")}
        del files["judgements.jsonl"]  # when somebody judged is part of what they said
        manifests.append(files)
    assert manifests[0] == manifests[1]
