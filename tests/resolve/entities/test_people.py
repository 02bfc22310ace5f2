import pytest

from rashomon.resolve.entities.people import THRESHOLD, compare_people
from rashomon.resolve.entities.person_names import PersonName


def same(left: str, right: str) -> bool:
    assert compare_people(PersonName(left), PersonName(right)).total == (
        compare_people(PersonName(right), PersonName(left)).total
    )
    return compare_people(PersonName(left), PersonName(right)).total >= THRESHOLD


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Pak Jong-su", "Pak Jongsu"),
        ("Ilya Bere zovsky", "Ilya Borisovich Berezovsky"),
        ("Andrejs Kalninovs", "Andrey Kalninov"),
        ("Ion Varga", "ION VARGA"),
        ("Ig0r Varg4", "Igor Varga"),
        ("Kh Daran", "Khaled Daran"),
        ("J.K. Holm", "Jana Karla Holm"),
        ("AD Holm", "Ada Dora Holm"),
    ],
)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert same(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Omar al-Varri", "Omar Yusuf Tarek Salim al-Varri"),
        ("Ilyas bin al-Din al-Varri", "Nur-al-Din bin Ilyas al-Varri"),
        ("Yusufzai", "Yusufzai Tarek Varri"),
        ("Pak Jong-su", "Pak Jong-chol"),
        ("Ada Holm", "Eva Holm"),
        ("J.R. Varga", "Rachel Varga"),
    ],
)
def test_other_people_stay_apart(left: str, right: str) -> None:
    assert not same(left, right)
