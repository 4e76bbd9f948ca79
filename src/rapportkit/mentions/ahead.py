"""Words ahead of a name that tell whose words they are, or who is thanked."""

from __future__ import annotations

import re

ATTRIBUTION = re.compile(
    r"\b(?:(?:said|noted|stressed|explained|argued|added|underlined|emphasi[sz]ed|highlighted|recalled|"
    r"mentioned|suggested|proposed|asked|quoted|presented|shared|raised) (?:by )?|(?:made|put|given|expressed|"
    r"voiced) by |quoting |citing |citant |citando a |according to |words of |quote from |selon |d['’]après |según |en palabras de |palabras de )$",
    re.IGNORECASE,
)
"""What stands ahead of somebody whose words they are: “according to”, “stressed by”."""
THANKS = re.compile(
    r"\b(?:(?:thanks|gratitude|appreciation)(?: (?:also|again|then))?(?: (?:go(?:es)?|went|is due|are due|was due|were due))?"
    r"(?: (?:out|also))? to|(?:grateful|indebted) to|thank(?:ed|ing)?(?: also)?|"
    r"(?:remerciements?|merci|reconnaissance|gratitude|hommage)(?: (?:vont|va|s['’]adressent|s['’]adresse|est adressée?))?"
    r"(?: (?:aussi|également))? à|remerci(?:er|e|ent|ons|ant|é)|"
    # “Gracias a” alone tells a cause rather than thanks.
    r"(?:agradecimientos?|(?:las|mil|muchas|nuestras) gracias|gratitud|reconocimiento)(?: (?:también|va|van|se dirige|se dirigen))?(?: también)? a|"
    r"agradec(?:e|emos|en|er|ió|ieron)(?: también)? a) $",
    re.IGNORECASE,
)
"""What stands ahead of somebody who is thanked."""
