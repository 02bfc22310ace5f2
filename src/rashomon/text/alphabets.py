"""Letters of other alphabets in Latin ones, one by one, as English news spells names."""

import re


def _table(text: str) -> dict[str, str]:
    return dict(re.findall(r"(\w):([a-z]*)", text))


CYRILLIC = _table(
    "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh "
    "ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ў:u "
    "ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѕ:dz ѓ:g ќ:k ә:a ғ:g қ:q ң:n ө:o ұ:u ү:u һ:h"
)
GREEK = _table(
    "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o "
    "ά:a έ:e ή:i ί:i ό:o ύ:y ώ:o"
)
ARMENIAN = _table(
    "ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:y թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch մ:m յ:y ն:n շ:sh "
    "ո:o չ:ch պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ:v փ:p ք:k օ:o ֆ:f"
)
GEORGIAN = _table(
    "ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:q "
    "შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h"
)
# Latin letters that no decomposition makes plain.
LATIN = _table("ø:o ł:l đ:d ð:d þ:th æ:ae œ:oe ı:i ə:a ħ:h")

_LETTERS = str.maketrans(CYRILLIC | GREEK | ARMENIAN | GEORGIAN | LATIN)


def latin(small: str) -> str:
    """Return the text, which is in small letters, with these alphabets' letters in Latin ones."""
    return small.translate(_LETTERS)
