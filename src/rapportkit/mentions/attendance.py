"""Whether a sentence tells of the meeting itself: who was there, how many, what was handed out."""

from __future__ import annotations

import re

_PEOPLE = (
    r"(?:participants?|people|persons|delegates|attendees|panell?ists|speakers|"
    r"participant[·.]?e?s|personnes|délégué[·.]?e?s|intervenants|participantes|personas|delegad[oa]s|ponentes)"
)
_MANY = re.compile(
    rf"\b\d[\d., ]*\s+{_PEOPLE}\b(?=.{{0,80}}\b(?:in the room|on-?line|present|attend\w*|took part|gathered|"
    r"dans la salle|en ligne|présent\w*|particip\w*|en la sala|en línea|asistieron|presentes)\b)"
    rf"|\b(?:attended|gathered|brought together|we had|réuni|rassembl\w+|reunió|congregó|asistieron)\b.{{0,40}}?\d[\d., ]*\s+{_PEOPLE}\b"
    rf"|\bof the (?:\d+|[a-z]+) {_PEOPLE}\b.{{0,40}}\b(?:half|third|women|men)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_attendance(text: str) -> bool:
    """Whether a text says how many were there.

    >>> is_attendance("We had about 120 people in the room and as many again online.")
    True
    >>> is_attendance("One inspector for every 60,000 workers."), is_attendance("Of the ten countries, half pay.")
    (False, False)
    """
    return bool(_MANY.search(text))
