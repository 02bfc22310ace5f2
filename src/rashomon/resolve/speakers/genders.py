"""Genders, as far as the text and common given names tell: for what "he" and "she" can mean."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from rashomon.model import Annotations, Entity
from rashomon.text.lexicon import closed_class

Gender = Literal["male", "female"]

_MALE_TITLES = closed_class(
    "mr sir lord king prince father fr brother congressman chairman spokesman businessman councilman "
    "alderman policeman sportsman countryman actor monsieur herr sheikh emir imam"
)
_FEMALE_TITLES = closed_class(
    "mrs ms miss dame lady queen princess mother sister congresswoman chairwoman spokeswoman "
    "businesswoman councilwoman policewoman sportswoman actress madame madam frau"
)
# Given names that go with one gender nearly always, in English-language news of any region.
_MALE_NAMES = closed_class(
    "aaron abdul abdullah adam adel ahmad ahmed alan albert alberto alejandro alexander alexei "
    "alfred ali amir andreas andrei andrew andrzej anthony anton antonio arthur augusto barack "
    "barry ben benjamin bernard bernie bill bob boris brad brendan brett brian bruce carl carlos "
    "charles chris christopher chuck clarence cory craig daniel david dennis diego dmitri dmitry "
    "don donald doug douglas duncan dwight earl ed eddie edgar eduardo edward edwin elon emmanuel "
    "enrique eric erik ernest ethan eugene evan federico felipe fernando francis francisco frank "
    "franklin fred frederick gary gavin geoffrey george gerald gerard giovanni giuseppe gordon "
    "graham greg gregory gustavo hamid hans harold harry harvey hassan henry herbert howard hugh "
    "hugo hussein ian ibrahim igor imran ismail ivan jack jacob jacques jake james jamal jared "
    "jason jay jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joe joel john johnny jon "
    "jonathan jorge jose joseph josh joshua juan julian julio justin karl keith ken kenneth kevin "
    "khalid kurt kyle larry lawrence lee len leo leonard leonid lewis lloyd louis luca lucas luis "
    "luke mahmoud malcolm manuel marc marco marcus mario mark martin marvin matt matthew maurice "
    "max michael miguel mike mikhail mitch mohamed mohammad mohammed muhammad mustafa nathan "
    "nathaniel neil nicholas nick nicolas nigel nikolai noah norman oleg oliver omar oscar osama "
    "pablo patrick paul pavel pedro peter philip phil pierre prakash rafael rahul raj rajesh "
    "ralph ramon randy rashid raul ray raymond ricardo richard rick robert roberto rodney rodrigo "
    "roger roland ron ronald ross roy rudolph rudy russell ryan salman sam samuel scott sean "
    "sebastian sergei sergey sergio seth shane sidney simon stanley stefan stephen steve steven "
    "stuart sunil suresh ted terence theodore thomas tim timothy todd tom tomas tony trevor tyler "
    "vernon vicente victor viktor vincent vijay vikram vladimir volodymyr walter warren wayne "
    "wilhelm william wolfgang xavier yuri yusuf zachary"
)
_FEMALE_NAMES = closed_class(
    "abigail adriana agnes aisha alexandra alice alicia alison allison amanda amber amelia amina "
    "amy ana anastasia angela angelina anita ann anna anne annette annie audrey barbara beatrice "
    "becky bernadette beth betsy betty bonnie brenda brianna bridget brooke camila carla carly "
    "carol carolina caroline carolyn catherine cathy cecilia charlotte cheryl christina christine "
    "cindy claire clara claudia condoleezza courtney crystal cynthia daniela danielle dawn "
    "deborah debbie debra denise diana diane dianne dolores donna doris dorothy edith eileen "
    "elaine elena elisabeth elise elizabeth ellen elsa emily emma erica erika erin esther eva "
    "evelyn fatima felicia fiona florence frances gabriela gail galina gina gladys gloria grace "
    "gretchen hannah harriet heather heidi helen helena hillary holly ida ilhan indira ingrid "
    "irene irina isabel isabella jacqueline jane janet janice jasmine jeanne jennifer jenny "
    "jessica jill joan joanna joanne jocelyn josephine joyce juanita judith judy julia juliana "
    "julie juliet kamala karen karin kate katherine kathleen kathryn kathy katie kayla kellyanne "
    "kimberly kirsten kristen kristina larissa laura lauren leah leila lena leticia lily linda "
    "lisa liz lois lori lorraine louise lucia lucy lydia lynn maggie maria marie marilyn marina "
    "marion marjorie marlene martha mary maureen maya meg megan melania melanie melissa mercedes "
    "meredith mia michelle mildred miriam molly mona monica nadia nancy naomi natalia natalie "
    "natasha nicole nina nora olga olivia pamela patricia paula peggy penny phyllis priscilla "
    "priya rachel rebecca regina renee rhonda rita roberta rosa rose rosemary roxanne ruth "
    "sabrina sally samantha sandra sara sarah shannon sharon sheila shirley silvia sofia sonia "
    "sophia sophie stacy stella stephanie sue susan susana suzanne svetlana sylvia tamara tammy "
    "tanya tatiana teresa theresa tiffany tina tracy ursula valentina valerie vanessa vera "
    "veronica victoria virginia wendy yolanda yulia yvonne zainab zoe"
)


def gender_of(entity: Entity, articles: dict[str, Annotations]) -> Gender | None:
    """The gender of the given name, else the one that the titles beside the name agree on, else None."""
    given = [n for name in entity.names if " " in name for n in (name.split()[0].casefold().rstrip("."),)]
    for votes in (_count(given, _by_name), _count(_titles(entity, articles), title_gender)):
        if votes["male"] > 3 * votes["female"]:
            return "male"
        if votes["female"] > 3 * votes["male"]:
            return "female"
    return None


def _count(words: Iterable[str], table: Callable[[str], Gender | None]) -> Counter[Gender]:
    return Counter(gender for word in words if (gender := table(word)))


def _titles(entity: Entity, articles: Mapping[str, Annotations]) -> Iterator[str]:
    """The words before the name, first in it, and last in its roles."""
    for role in entity.roles:
        yield from (word.casefold() for word in role.split()[-1:])
    for span in entity.mentions:
        text = articles[span.article].article.text if span.article in articles else ""
        before = re.search(r"([A-Za-z]+)\.?\s$", text[max(0, span.start - 16) : span.start])
        if before:
            yield before.group(1).casefold()
        inside = text[span.start : span.end].split()
        if len(inside) > 1:
            yield inside[0].casefold().rstrip(".")


def _by_name(word: str) -> Gender | None:
    return "male" if word in _MALE_NAMES else "female" if word in _FEMALE_NAMES else None


def title_gender(word: str) -> Gender | None:
    """The gender that a title or a noun for a person goes with: "Mrs", "spokesman", "woman"."""
    low = word.casefold().rstrip(".")
    return "male" if low in _MALE_TITLES else "female" if low in _FEMALE_TITLES else None
