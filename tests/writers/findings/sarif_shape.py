"""What SARIF 2.1.0, and code scanning on top of it, ask of the parts of a log that we write.

Written from the standard's text (OASIS, sections 3.13 to 3.52) for exactly these parts, and closed: a
property that is not named here is a mistake. Where GitHub documents more (texts that may not be empty,
lengths, a full region, fingerprints), that is asked, too.
"""

from __future__ import annotations

from typing import Any


def closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": required | (optional or {}),
        "additionalProperties": False,
    }


def listed(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": True}


TEXT = {"type": "string", "minLength": 1, "pattern": "\\S"}
SHORT = {**TEXT, "maxLength": 1024}
COUNT = {"type": "integer", "minimum": 1}
INDEX = {"type": "integer", "minimum": 0}
LEVEL = {"enum": ["note", "warning", "error"]}
# A relative reference in the signs of RFC 3986, without an authority, an absolute path or a scheme.
URI = {"type": "string", "pattern": "^(?!/)(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"}

RULE = closed(
    {
        "id": {"type": "string", "pattern": "^[A-Z]\\d{3}$"},
        "name": {**TEXT, "maxLength": 255},
        "shortDescription": closed({"text": SHORT}),
        "fullDescription": closed({"text": SHORT}),
        "help": closed({"text": TEXT}),
        "defaultConfiguration": closed({"level": LEVEL}),
    }
)
REGION = closed({"startLine": COUNT, "startColumn": COUNT, "endLine": COUNT, "endColumn": COUNT})
PHYSICAL = closed({"artifactLocation": closed({"uri": URI, "index": INDEX}), "region": REGION})
LOGICAL = closed({"kind": TEXT}, {"fullyQualifiedName": {"type": "string"}, "name": {"type": "string"}})
LOCATION = closed(
    {"physicalLocation": PHYSICAL},
    {"logicalLocations": listed(LOGICAL), "properties": closed({}, {"page": COUNT})},
)
PRINT = {"type": "string", "pattern": "^[0-9a-f]{16}:[1-9][0-9]*$"}
RESULT = closed(
    {
        "ruleId": TEXT,
        "ruleIndex": INDEX,
        "level": LEVEL,
        "message": closed({"text": TEXT}),
        "locations": {**listed(LOCATION), "minItems": 1, "maxItems": 1},
        "partialFingerprints": closed({"primaryLocationLineHash": PRINT, "rapportkit/v1": PRINT}),
        "suppressions": listed(closed({"kind": {"enum": ["inSource", "external"]}, "justification": TEXT})),
    },
    {"properties": closed({}, {"key": {"type": "string"}, "quote": {"type": "string"}})},
)
ARTIFACT = closed(
    {"location": closed({"uri": URI})},
    {"properties": closed({}, {"template": {"type": "string"}, "session": {"type": "string"}})},
)
RUN = closed(
    {
        "tool": closed({"driver": closed({"name": TEXT, "rules": listed(RULE)})}),
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "artifacts": listed(ARTIFACT),
        "results": {"type": "array", "items": RESULT},
    },
    {"language": {"type": "string", "pattern": "^[a-z]{2}$"}},
)
LOG = closed(
    {
        "$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN, "minItems": 1, "maxItems": 1},
    }
)
