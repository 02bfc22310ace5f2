"""Genders, as far as the text and common given names tell: for what "he" and "she" can mean."""

import re
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
    """The gender that the person's titles and given name agree on, else None."""
    votes: set[Gender] = set()
    for name in entity.names:
        first = name.split()[0].casefold().rstrip(".") if " " in name else ""
        votes |= _by_name(first)
    for role in entity.roles:
        votes |= _by_title(role.split()[-1].casefold()) if role.split() else set()
    for span in entity.mentions:
        text = articles[span.article].article.text if span.article in articles else ""
        before = re.search(r"([A-Za-z]+)\.?\s$", text[max(0, span.start - 16) : span.start])
        inside = text[span.start : span.end].split()
        for word in [before.group(1) if before else "", inside[0] if len(inside) > 1 else ""]:
            votes |= _by_title(word.casefold().rstrip("."))
    return next(iter(votes)) if len(votes) == 1 else None


def _by_name(word: str) -> set[Gender]:
    if word in _MALE_NAMES:
        return {"male"}
    return {"female"} if word in _FEMALE_NAMES else set()


def _by_title(word: str) -> set[Gender]:
    if word in _MALE_TITLES:
        return {"male"}
    return {"female"} if word in _FEMALE_TITLES else set()
