"""Which points came, fell and changed."""

from rashomon.desk import difference


def point(id, *claims, relation="agree", **more):
    base = {"relation": relation, "slot": None, "independent": 1, "values": [], "articles": ["a-1"]}
    return {"id": id, "claims": list(claims), **base, **more}


def dossier(*points, articles=("a-1",)):
    return {"points": list(points), "articles": [{"id": id} for id in articles]}


def test_nothing_changed():
    one = dossier(point("p-1", "c-1"))
    assert not difference(one, one)


def test_points_come_and_fall():
    found = difference(dossier(point("p-1", "c-1")), dossier(point("p-2", "c-2"), articles=("a-1", "a-2")))
    assert [each["id"] for each in found.come] == ["p-2"]
    assert [each["id"] for each in found.fallen] == ["p-1"]
    assert found.articles_come == ("a-2",)
    assert found.articles_gone == ()


def test_a_point_with_the_same_claims_and_another_relation_changed():
    old, new = point("p-1", "c-1", "c-2"), point("p-1", "c-1", "c-2", relation="contradict", independent=2)
    (change,) = difference(dossier(old), dossier(new)).changed
    assert change.what == ("relation", "independent")


def test_a_point_that_gained_a_claim_is_the_same_point():
    new = point("p-2", "c-1", "c-2", articles=["a-1", "a-2"])
    found = difference(dossier(point("p-1", "c-1")), dossier(new))
    assert (found.come, found.fallen) == ((), ())
    assert found.changed[0].what == ("articles",)


def test_a_point_that_parts_is_the_larger_part_and_a_new_one():
    new = dossier(point("p-2", "c-1"), point("p-3", "c-2", "c-3"))
    found = difference(dossier(point("p-1", "c-1", "c-2", "c-3")), new)
    assert [each["id"] for each in found.come] == ["p-2"]
    assert found.fallen == ()


def test_other_values_are_a_change_and_their_order_is_none():
    four, five = ({"value": value, "articles": ["a-1"]} for value in ("4", "5"))
    old = dossier(point("p-1", "c-1", values=[four, five]))
    assert not difference(old, dossier(point("p-1", "c-1", values=[five, four])))
    assert difference(old, dossier(point("p-1", "c-1", values=[five]))).changed[0].what == ("values",)


def revised_dossier(article, *texts, **more):
    claims = [
        {"id": f"{article}-{number}", "article": article, "spans": [{"exact": text}]}
        for number, text in enumerate(texts)
    ]
    points = [
        point(
            f"p-{claim['id']}",
            claim["id"],
            articles=[article],
            values=[{"value": "4", "articles": [article]}],
        )
        for claim in claims
    ]
    return {**dossier(*points, articles=(article,)), "claims": claims}


def test_of_a_revised_article_only_what_it_changed_comes_and_falls():
    old = revised_dossier("a-1", "Four people died", "The ferry sank", "The ferry sank")
    new = revised_dossier("a-2", "Five people died", "The ferry sank", "The ferry sank")
    found = difference(old, new, {"a-2": "a-1"})
    assert [each["id"] for each in found.come] == ["p-a-2-0"]
    assert [each["id"] for each in found.fallen] == ["p-a-1-0"]
    assert found.changed == ()
    assert (found.articles_come, found.articles_gone, found.articles_revised) == ((), (), ("a-2",))


def test_a_changed_point_of_a_revised_article_stands_as_it_is_now():
    old = revised_dossier("a-1", "The ferry sank")
    new = revised_dossier("a-2", "The ferry sank")
    new["points"][0]["relation"] = "contradict"
    (change,) = difference(old, new, {"a-2": "a-1"}).changed
    assert change.what == ("relation",)
    assert change.new == new["points"][0]
