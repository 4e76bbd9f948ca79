"""Write countries.json from the names in Unicode CLDR and the aliases in country_aliases.json.

For maintainers, when CLDR or the aliases change:

    pip install babel
    python -m rapportkit.mentions.data.make_countries

Nothing else here needs babel.
"""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
# What CLDR calls a territory and ISO 3166 does not; Antarctica and Bouvet send no delegates.
NO_COUNTRY = frozenset(
    [
        "AQ",
        "BV",
        "HM",
        "GS",
        "TF",
        "UM",
        "EZ",
        "EU",
        "EA",
        "IC",
        "DG",
        "CP",
        "AC",
        "TA",
        "XA",
        "XB",
        "ZZ",
        "QO",
        "UN",
        "XK",
        "CQ",
    ]
)
# Retired three-letter codes that CLDR still maps.
RETIRED = frozenset(["BUR", "ZAR", "DDR", "FXX", "TMP", "YMD"])
# Names that mean something else at least as often: French “réunion” (a meeting), the city of Granada.
DROPPED = frozenset({("REU", "en"), ("REU", "fr"), ("REU", "es"), ("GRD", "es")})
_REMARK = re.compile(r"\s*\([^)]*\)|\s+SAR China|R\.A\.S\. chinoise de |RAE de ")
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_FOLDER = Path(__file__).parent


def build() -> dict[str, Any]:
    """Gather the table: ISO 3166 alpha-3 code to its names."""
    core = import_module("babel.core")
    aliases = json.loads((_FOLDER / "country_aliases.json").read_text("utf-8"))
    codes = _codes(core)
    names: dict[str, set[str]] = {code: set() for code in codes.values()}
    for language in LANGUAGES:
        territories = core.Locale(language).territories
        for short, code in codes.items():
            if (code, language) not in DROPPED:
                names[code].update(_forms(territories.get(short, "")))
    for code, several in aliases["names"].items():
        names[code].update(several)
    for code in aliases["replaced"]:
        names[code] = set(aliases["names"][code])
    for several in names.values():
        several.update([form for name in several for form in _cases(name)])
    return {
        "sources": [
            f"Unicode CLDR territory names (en, fr, es, ar, ru, zh) as in babel {import_module('babel').__version__}",
            *aliases["sources"],
        ],
        "names": {code: sorted(name for name in names[code] if name) for code in sorted(names)},
        "capitals_only": aliases["capitals_only"],
        "no_country": aliases["no_country"],
        "also_persons": aliases["also_persons"],
        "compounds": aliases["compounds"],
        "demonyms": {
            language: {
                form.replace("_", " "): code for code, forms in table.items() for form in _inflected(forms)
            }
            for language, table in aliases["demonyms"].items()
        },
    }


def _inflected(forms: str) -> list[str]:
    """Each form and its plural; those that end in a sibilant have none of their own."""
    return [
        word
        for form in forms.split()
        for word in ((form,) if form[-1] in "sxz" or form.endswith(("ese", "ish")) else (form, f"{form}s"))
    ]


def _cases(name: str) -> list[str]:
    """The other cases of a Russian name of one word: “в Кении”, “с Мексикой”."""
    if not re.fullmatch("[А-ЯЁ][а-яё]{2,}", name):
        return []
    if name.endswith("ия"):
        return [name[:-1] + end for end in ("и", "ю", "ей")]
    if name.endswith("а"):
        return [name[:-1] + end for end in ("ы", "и", "е", "у", "ой")]
    if name.endswith("ь"):
        return [name[:-1] + end for end in ("я", "и", "ю", "ем", "ью")]
    return [name + end for end in ("а", "у", "ом", "е")] if name[-1] in _CONSONANTS else []


def _codes(core: Any) -> dict[str, str]:
    """Two letters to three."""
    found = {}
    for three, (two, *others) in core.get_global("territory_aliases").items():
        # AAA, QMM to QZZ and Xxx are for private use.
        is_code = re.fullmatch("(?!AAA|Q[M-Z]|X)[A-Z]{3}", three) and three not in RETIRED
        if is_code and not others and two not in NO_COUNTRY:
            found[two] = three
    # CLDR still derives these two from codes that are no longer in use.
    return found | {"DE": "DEU", "FR": "FRA"}


def _forms(name: str) -> set[str]:
    """A name, without remarks in brackets, and with “and” for an ampersand."""
    plain = _REMARK.sub("", name).replace(" - ", "-").strip()
    return {plain.replace("&", "and"), plain.replace("St.", "Saint").replace("&", "and")}


if __name__ == "__main__":
    (_FOLDER / "countries.json").write_text(
        json.dumps(build(), ensure_ascii=False, indent=1) + "\n",
        "utf-8",
    )
