"""Dates as forms print them, in English, French and Spanish."""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uary|vier)?|feb(?:ruary)?|f[ée]vrier|mar(?:ch|s|zo)?|apr(?:il)?|avril|abril|may|mai|mayo|june?|juin|junio"
    r"|july?|juillet|julio|aug(?:ust)?|ao[uû]t|agosto|sep(?:t(?:ember|embre|iembre)?)?|setiembre|oct(?:ober|obre|ubre)?"
    r"|nov(?:ember|embre|iembre)?|dec(?:ember)?|d[ée]cembre|diciembre|enero|febrero|ene|abr|ago|dic|d[ée]c)\b\.?"
)
# A number is read in one way only, and so are the blanks around it: a row of figures would be tried in all.
_DAY = r"\d{1,2}(?!\d)(?:st|nd|rd|th|er|º|°)?"
_TO = r"\s*+(?:[-–—/&]|and|to|et|au|y|al|a)?\s*+"
_MOST_DAYS = 12
_YEAR = r"(?:,?\s*(?:de\s+|del\s+)?\d{4})?"
_OF = r"\s+(?:of\s+|de\s+)?"
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo),?\s+"
)
DATES = re.compile(
    rf"(?<![\w.])(?:{_WEEKDAY})?(?:(?:from|du|le|del|los d[ií]as|el)\s+)?(?:"
    rf"{_DAY}{_OF}{MONTH}{_YEAR}\s*(?:[-–—]|to|and|au|et|al?|y)\s*{_DAY}{_OF}{MONTH}{_YEAR}"
    rf"|{_DAY}(?:{_TO}{_DAY}){{0,{_MOST_DAYS}}}{_OF}{MONTH}{_YEAR}"
    rf"|{MONTH}\s+(?:{_DAY}(?:{_TO}{_DAY})?(?:,?\s*\d{{4}})?|\d{{4}})"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    rf")(?![\w])",
    re.IGNORECASE,
)
"""One date or a range of days: "6 December 2018", "8-9 December", "du 5 au 7 décembre 2018"."""
