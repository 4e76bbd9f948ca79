"""Short names of the Member and observer States, as the United Nations write them.

All of them in English; in the other languages those that are not plainly alike.
"""

from __future__ import annotations

import pytest

from rapportkit.mentions.countries import countries, country_name

NAMES = {
    "en": (
        "AFG Afghanistan; ALB Albania; DZA Algeria; AND Andorra; AGO Angola; "
        "ATG Antigua and Barbuda; ARG Argentina; ARM Armenia; AUS Australia; AUT Austria; "
        "AZE Azerbaijan; BHS Bahamas; BHR Bahrain; BGD Bangladesh; BRB Barbados; BLR Belarus; "
        "BEL Belgium; BLZ Belize; BEN Benin; BTN Bhutan; BOL Bolivia (Plurinational State of); "
        "BIH Bosnia and Herzegovina; BWA Botswana; BRA Brazil; BRN Brunei Darussalam; "
        "BGR Bulgaria; BFA Burkina Faso; BDI Burundi; CPV Cabo Verde; KHM Cambodia; "
        "CMR Cameroon; CAN Canada; CAF Central African Republic; TCD Chad; CHL Chile; CHN China; "
        "COL Colombia; COM Comoros; COG Congo; CRI Costa Rica; CIV Côte d'Ivoire; HRV Croatia; "
        "CUB Cuba; CYP Cyprus; CZE Czechia; PRK Democratic People's Republic of Korea; "
        "COD Democratic Republic of the Congo; DNK Denmark; DJI Djibouti; DMA Dominica; "
        "DOM Dominican Republic; ECU Ecuador; EGY Egypt; SLV El Salvador; GNQ Equatorial Guinea; "
        "ERI Eritrea; EST Estonia; SWZ Eswatini; ETH Ethiopia; FJI Fiji; FIN Finland; "
        "FRA France; GAB Gabon; GMB Gambia; GEO Georgia; DEU Germany; GHA Ghana; GRC Greece; "
        "GRD Grenada; GTM Guatemala; GIN Guinea; GNB Guinea-Bissau; GUY Guyana; HTI Haiti; "
        "VAT Holy See; HND Honduras; HUN Hungary; ISL Iceland; IND India; IDN Indonesia; "
        "IRN Iran (Islamic Republic of); IRQ Iraq; IRL Ireland; ISR Israel; ITA Italy; "
        "JAM Jamaica; JPN Japan; JOR Jordan; KAZ Kazakhstan; KEN Kenya; KIR Kiribati; "
        "KWT Kuwait; KGZ Kyrgyzstan; LAO Lao People's Democratic Republic; LVA Latvia; "
        "LBN Lebanon; LSO Lesotho; LBR Liberia; LBY Libya; LIE Liechtenstein; LTU Lithuania; "
        "LUX Luxembourg; MDG Madagascar; MWI Malawi; MYS Malaysia; MDV Maldives; MLI Mali; "
        "MLT Malta; MHL Marshall Islands; MRT Mauritania; MUS Mauritius; MEX Mexico; "
        "FSM Micronesia (Federated States of); MCO Monaco; MNG Mongolia; MNE Montenegro; "
        "MAR Morocco; MOZ Mozambique; MMR Myanmar; NAM Namibia; NRU Nauru; NPL Nepal; "
        "NLD Netherlands (Kingdom of the); NZL New Zealand; NIC Nicaragua; NER Niger; "
        "NGA Nigeria; MKD North Macedonia; NOR Norway; OMN Oman; PAK Pakistan; PLW Palau; "
        "PAN Panama; PNG Papua New Guinea; PRY Paraguay; PER Peru; PHL Philippines; POL Poland; "
        "PRT Portugal; QAT Qatar; KOR Republic of Korea; MDA Republic of Moldova; ROU Romania; "
        "RUS Russian Federation; RWA Rwanda; KNA Saint Kitts and Nevis; LCA Saint Lucia; "
        "VCT Saint Vincent and the Grenadines; WSM Samoa; SMR San Marino; "
        "STP Sao Tome and Principe; SAU Saudi Arabia; SEN Senegal; SRB Serbia; SYC Seychelles; "
        "SLE Sierra Leone; SGP Singapore; SVK Slovakia; SVN Slovenia; SLB Solomon Islands; "
        "SOM Somalia; ZAF South Africa; SSD South Sudan; ESP Spain; LKA Sri Lanka; "
        "PSE State of Palestine; SDN Sudan; SUR Suriname; SWE Sweden; CHE Switzerland; "
        "SYR Syrian Arab Republic; TJK Tajikistan; THA Thailand; TLS Timor-Leste; TGO Togo; "
        "TON Tonga; TTO Trinidad and Tobago; TUN Tunisia; TUR Türkiye; TKM Turkmenistan; "
        "TUV Tuvalu; UGA Uganda; UKR Ukraine; ARE United Arab Emirates; "
        "GBR United Kingdom of Great Britain and Northern Ireland; "
        "TZA United Republic of Tanzania; USA United States of America; URY Uruguay; "
        "UZB Uzbekistan; VUT Vanuatu; VEN Venezuela (Bolivarian Republic of); VNM Viet Nam; "
        "YEM Yemen; ZMB Zambia; ZWE Zimbabwe"
    ),
    "fr": (
        "DEU Allemagne; AND Andorre; BHS Bahamas; BHR Bahreïn; BLR Bélarus; BTN Bhoutan; "
        "BOL Bolivie (État plurinational de); BRN Brunéi Darussalam; CPV Cabo Verde; CYP Chypre; "
        "KHM Cambodge; CMR Cameroun; COG Congo; HRV Croatie; DNK Danemark; EGY Égypte; "
        "ARE Émirats arabes unis; SWZ Eswatini; USA États-Unis d'Amérique; "
        "RUS Fédération de Russie; FJI Fidji; GEO Géorgie; GRD Grenade; GNB Guinée-Bissau; "
        "GNQ Guinée équatoriale; MHL Îles Marshall; SLB Îles Salomon; "
        "IRN Iran (République islamique d'); KIR Kiribati; KGZ Kirghizistan; KWT Koweït; "
        "MYS Malaisie; MUS Maurice; FSM Micronésie (États fédérés de); MMR Myanmar; "
        "UZB Ouzbékistan; PNG Papouasie-Nouvelle-Guinée; NLD Pays-Bas (Royaume des); "
        "SYR République arabe syrienne; CAF République centrafricaine; KOR République de Corée; "
        "MDA République de Moldova; COD République démocratique du Congo; "
        "LAO République démocratique populaire lao; DOM République dominicaine; "
        "PRK République populaire démocratique de Corée; TZA République-Unie de Tanzanie; "
        "GBR Royaume-Uni de Grande-Bretagne et d'Irlande du Nord; KNA Saint-Kitts-et-Nevis; "
        "LCA Sainte-Lucie; VCT Saint-Vincent-et-les Grenadines; VAT Saint-Siège; "
        "SLV El Salvador; STP Sao Tomé-et-Principe; SSD Soudan du Sud; LKA Sri Lanka; "
        "CZE Tchéquie; TLS Timor-Leste; TTO Trinité-et-Tobago; TUR Türkiye; TKM Turkménistan; "
        "VEN Venezuela (République bolivarienne du); VNM Viet Nam; PSE État de Palestine; "
        "ZAF Afrique du Sud; TJK Tadjikistan; MKD Macédoine du Nord"
    ),
    "es": (
        "AFG Afganistán; DEU Alemania; SAU Arabia Saudita; BHR Bahrein; BGD Bangladesh; "
        "BLR Belarús; BTN Bhután; BOL Bolivia (Estado Plurinacional de); BWA Botswana; "
        "BRN Brunei Darussalam; CPV Cabo Verde; CMR Camerún; CZE Chequia; CIV Côte d'Ivoire; "
        "SWZ Eswatini; ARE Emiratos Árabes Unidos; USA Estados Unidos de América; "
        "RUS Federación de Rusia; GNQ Guinea Ecuatorial; HTI Haití; HUN Hungría; "
        "SLB Islas Salomón; MHL Islas Marshall; KEN Kenya; KGZ Kirguistán; LSO Lesotho; "
        "MWI Malawi; MKD Macedonia del Norte; MUS Mauricio; NLD Países Bajos (Reino de los); "
        "PNG Papua Nueva Guinea; GBR Reino Unido de Gran Bretaña e Irlanda del Norte; "
        "SYR República Árabe Siria; CAF República Centroafricana; KOR República de Corea; "
        "MDA República de Moldova; COD República Democrática del Congo; "
        "LAO República Democrática Popular Lao; DOM República Dominicana; "
        "PRK República Popular Democrática de Corea; TZA República Unida de Tanzanía; "
        "KNA Saint Kitts y Nevis; VCT San Vicente y las Granadinas; LCA Santa Lucía; "
        "STP Santo Tomé y Príncipe; VAT Santa Sede; SSD Sudán del Sur; TLS Timor-Leste; "
        "TTO Trinidad y Tabago; TKM Turkmenistán; TUR Türkiye; "
        "VEN Venezuela (República Bolivariana de); VNM Viet Nam; ZWE Zimbabwe; "
        "PSE Estado de Palestina; ZAF Sudáfrica; FJI Fiji"
    ),
    "ar": (
        "AFG أفغانستان; DZA الجزائر; EGY مصر; IRQ العراق; LBN لبنان; SDN السودان; "
        "SSD جنوب السودان; TUN تونس; YEM اليمن; NER النيجر; NGA نيجيريا; GIN غينيا; "
        "GNB غينيا - بيساو; MEX المكسيك; COG الكونغو; COD جمهورية الكونغو الديمقراطية; "
        "ETH إثيوبيا; KEN كينيا; SOM الصومال; QAT قطر; PHL الفلبين; BRA البرازيل; "
        "GBR المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية; USA الولايات المتحدة الأمريكية; "
        "LBY ليبيا; MRT موريتانيا; SYR الجمهورية العربية السورية; TUR تركيا"
    ),
    "ru": (
        "AFG Афганистан; ARM Армения; KGZ Кыргызстан; TJK Таджикистан; UZB Узбекистан; "
        "NER Нигер; NGA Нигерия; GIN Гвинея; GNB Гвинея-Бисау; "
        "COD Демократическая Республика Конго; KEN Кения; MEX Мексика; PHL Филиппины; "
        "TZA Объединенная Республика Танзания; TUR Турция; "
        "GBR Соединенное Королевство Великобритании и Северной Ирландии; "
        "USA Соединенные Штаты Америки; SSD Южный Судан; BLR Беларусь; MDA Республика Молдова; "
        "PRK Корейская Народно-Демократическая Республика"
    ),
    "zh": (
        "AFG 阿富汗; EGY 埃及; NER 尼日尔; NGA 尼日利亚; GIN 几内亚; GNB 几内亚比绍; GNQ 赤道几内亚; PNG 巴布亚新几内亚; SDN 苏丹; "
        "SSD 南苏丹; COG 刚果; COD 刚果民主共和国; MEX 墨西哥; PHL 菲律宾; RUS 俄罗斯联邦; GBR 大不列颠及北爱尔兰联合王国; "
        "USA 美利坚合众国; VNM 越南; TZA 坦桑尼亚联合共和国; DMA 多米尼克; DOM 多米尼加共和国; IND 印度; IDN 印度尼西亚"
    ),
}
ROWS = [(language, *row.split(" ", 1)) for language, rows in NAMES.items() for row in rows.split("; ")]


def test_all_states_are_asked_for():
    assert len({code for language, code, _ in ROWS if language == "en"}) == 193 + 2


@pytest.mark.parametrize("language", NAMES)
def test_a_short_name_names_its_country(language):
    named = {name: countries(f"({name})", language) for tongue, _, name in ROWS if tongue == language}
    assert named == {name: (code,) for tongue, code, name in ROWS if tongue == language}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_country_is_called_by_its_short_name(language):
    told = {code: country_name(code, language) for tongue, code, _ in ROWS if tongue == language}
    assert told == {code: name for tongue, code, name in ROWS if tongue == language}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_state_has_a_name_that_names_it(language):
    codes = {code for tongue, code, _ in ROWS if tongue == "en"}
    # “Granada” is a city, too, in Spanish.
    astray = {code for code in codes if countries(f"({country_name(code, language)})", language) != (code,)}
    assert astray <= {"GRD"}


def test_what_is_no_language_or_no_country_has_a_name_too():
    assert country_name("KEN", "fr-CH") == country_name("KEN", "ru") == "Kenya"
    assert country_name("ATL") == "ATL"
