"""News agencies: the closed class of those that write copy for others, by the forms of their names."""

import re

AGENCIES: dict[str, str] = {
    form.casefold(): name
    for name, forms in {
        "AP": "AP|Associated Press|The Associated Press|A.P.",
        "AFP": "AFP|Agence France-Presse|Agence France Presse",
        "Reuters": "Reuters|Thomson Reuters|Thomson Reuters Foundation",
        "TASS": "TASS|ITAR-TASS|Itar-Tass",
        "RIA Novosti": "RIA Novosti|RIA",
        "Interfax": "Interfax",
        "Sputnik": "Sputnik",
        "Xinhua": "Xinhua|Xinhua News Agency",
        "dpa": "dpa|Deutsche Presse-Agentur",
        "PTI": "PTI|Press Trust of India",
        "ANI": "ANI|Asian News International",
        "IANS": "IANS|Indo-Asian News Service",
        "UPI": "UPI|United Press International",
        "APP": "APP|Associated Press of Pakistan",
        "PA": "Press Association|PA Media",
        "EFE": "EFE|Agencia EFE",
        "ANSA": "ANSA",
        "Kyodo": "Kyodo|Kyodo News",
        "Yonhap": "Yonhap|Yonhap News Agency",
        "KCNA": "KCNA|Korean Central News Agency",
        "Anadolu": "Anadolu|Anadolu Agency",
        "AAP": "AAP|Australian Associated Press",
        "CP": "The Canadian Press|Canadian Press",
        "Bloomberg": "Bloomberg|Bloomberg News",
        "IRNA": "IRNA|Islamic Republic News Agency",
        "ISNA": "ISNA",
        "SANA": "SANA",
        "SPA": "Saudi Press Agency",
        "WAM": "WAM",
        "MENA": "Middle East News Agency",
        "Petra": "Petra News Agency",
        "Bernama": "Bernama",
        "Antara": "Antara News",
        "Belga": "Belga",
        "TT": "TT News Agency",
        "NTB": "NTB",
        "Ritzau": "Ritzau",
        "Lusa": "Lusa",
        "BNS": "Baltic News Service",
        "Ukrinform": "Ukrinform",
        "Unian": "UNIAN",
        "BelTA": "BelTA",
        "Kazinform": "Kazinform",
        "Tribune News Service": "Tribune News Service|TNS",
        "Getty Images": "Getty Images|Getty",
        "EPA": "EPA|EPA-EFE|European Pressphoto Agency",
    }.items()
    for form in forms.split("|")
}
"""Every form, in lower case, to the name that credits give."""

PHOTO_ONLY = frozenset({"Getty Images", "EPA"})
"""Agencies that supply pictures and no copy."""

NAMED_AGENCY = r"(?-i:(?:[A-Z][\w'’&-]+ ){1,3}(?:News|Press) (?:Agency|Service))"
"""A body that calls itself a news agency, as a pattern: the list can't hold them all."""


def agency_name(form: str) -> str | None:
    """Return the name that credits give to the agency of this form, or None where it is none."""
    form = form.strip()
    known = AGENCIES.get(form.casefold())
    return known or (form if re.fullmatch(NAMED_AGENCY, form) else None)
