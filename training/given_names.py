"""Remake src/rashomon/link/data/given_names.tsv: given names that are neither places nor plain words.

Source: the first names in Faker (MIT) that several of its locales share, letters of other alphabets read
one by one. Left out: names of countries and of cities in the gazetteer, and words that English writes
small. Needed for this recipe only:

    pip install faker && python training/given_names.py
"""

import unicodedata
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import faker.providers.person as persons

from rashomon.link import gazetteer
from rashomon.text.alphabets import latin

DATA = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "link" / "data"
HEADER = (
    "# Given names by first letters: from the first names of Faker (MIT), made by training/given_names.py."
)
LISTS = ("first_names", "first_names_male", "first_names_female", "first_romanized_names")
SHORTEST = 3
LOCALES = 3  # lists of a single one hold surnames, words and misspellings
# Given names that are English words as well; in a headline the word is as likely.
WORDS = frozenset(
    "april art august bay bill bishop bliss brook buck carol chance charity chase chip christian clay "
    "cliff crystal dale dawn dean destiny dick dollar drew earl earnest else eve faith fern first forest "
    "frank gay gene general genesis german glen grace grant guy harmony harvest heaven holly honey hope "
    "hunter iris isis ivory ivy jasmine jewel job joy june justice king land lane laurel law lean lily "
    "line major mark may melody mercy merry miles misty nation new noble nova olive page park pat pearl "
    "penny per person precious prince princess queen ray reed rich rob robin rock rocky rod rose royal "
    "ruby rusty sage saint sally sandy savannah season serenity sharp sky son star sterling stone storm "
    "summer sunny sunshine terry tiger trace trinity true trust unity van victor victory violet virgin "
    "ward wells west will willow winter wood young".split()
)


def plain(name: str) -> str:
    """The name in small Latin letters without marks."""
    split = unicodedata.normalize("NFKD", latin(name.casefold()))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def given_names() -> set[str]:
    """The first names that the lists of several locales share."""
    held: Counter[str] = Counter()
    for module in iter_modules(persons.__path__):
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        listed = (getattr(provider, attribute, ()) for attribute in LISTS)
        held.update({plain(name) for names in listed if not isinstance(names, property) for name in names})
    shared = {name for name, locales in held.items() if locales >= LOCALES}
    return {name for name in shared if name.isascii() and name.isalpha() and len(name) >= SHORTEST}


def main() -> None:
    """Write the file, a line for each two first letters."""
    tables = gazetteer.load()
    places = {city for city in tables.cities if " " not in city} | set(tables.by_name) | set(tables.by_seat)
    kept = sorted(given_names() - places - WORDS)
    heads = sorted({name[:2] for name in kept})
    lines = [" ".join(name for name in kept if name[:2] == head) for head in heads]
    (DATA / "given_names.tsv").write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
