"""The open data as linked data: a plan in the words of schema.org, the data sets in those of DCAT-AP-NO."""

from collections.abc import Iterable

from generator import addresses
from generator.addresses import Address
from generator.diagnostics import Message, message
from generator.exports.open_data.columns import TABLES
from generator.exports.open_data.values import LICENCES, Data, day, where
from generator.language import Language
from generator.model import Federation, Licence, Plan
from generator.views.common import Link, Scene
from generator.views.plan import PlanView

_JSON, _XML, _CSV = "application/json", "application/xml", "text/csv"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_FILE_TYPES = {_JSON: "JSON", _XML: "XML", _CSV: "CSV", _WORKBOOK: "XLSX"}
_LANGUAGES = {"nb": "NOB", "nn": "NNO", "en": "ENG", "se": "SME"}
_LICENCES = {Licence.ATTRIBUTION: "CC_BY_4_0", Licence.NO_RIGHTS: "CC0", Licence.NORWEGIAN: "NLOD_2_0"}


def plan_for_search_engines(scene: Scene, plan: Plan, view: PlanView, language: Language) -> Data:
    """Whose plan it is, when it counts, what it builds on, its areas, and where its data is."""
    name = message("Action plan {period} for {union}", period=view.period, union=view.union.name)
    days, federation, site = plan.period.interval, scene.body.federation, scene.site
    files = {_JSON: addresses.plan_data(plan), _XML: addresses.plan_stratml(plan)}
    areas = zip(plan.areas, view.areas, strict=True)
    return {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        **_thing(Link(language.text(name), view.permanent.to), site),
        "inLanguage": plan.language or federation.languages[0],
        "temporalCoverage": f"{day(days.start)}/{day(days.end)}",
        "creator": {
            "@type": "Organization",
            **_thing(view.union_page, site),
            "parentOrganization": {"@type": "Organization", "name": federation.name},
        },
        "isBasedOn": {"@type": "CreativeWork", **_thing(view.strategy, site)},
        **({"license": LICENCES[federation.licence][1]} if federation.licence else {}),
        "hasPart": [
            {"@type": "CreativeWork", **_thing(Link(shown.title, addresses.plan_area(plan, area)), site)}
            for area, shown in areas
        ],
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": form, "contentUrl": where(to, site)}
            for form, to in files.items()
        ],
    }


def _thing(link: Link, site: str) -> Data:
    return {"@id": where(link.to, site), "url": where(link.to, site), "name": link.text}


class Catalogue:
    """Describes the data sets, as the scene has them, in one language."""

    def __init__(self, scene: Scene, language: Language) -> None:
        self._scene, self._language = scene, language
        self._federation: Federation = scene.body.federation

    def data(self) -> Data:
        """The catalogue, its publisher, and a data set of the plans and one of the strategies."""
        return {
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
                "vcard": "http://www.w3.org/2006/vcard/ns#",
            },
            "@id": self._where(Address(addresses.DATA, "katalog")),
            "@type": "dcat:Catalog",
            **self._described(
                message("Open data of the action plans of {federation}", federation=self._federation.name),
                message("The local unions’ action plans and the strategy that they follow up."),
            ),
            "dcat:dataset": [self._plans(), self._strategies()],
        }

    def _plans(self) -> Data:
        files = [
            (Address(addresses.DATA_INDEX), _JSON),
            (Address(addresses.DATA_PACKAGE), _JSON),
            (addresses.DATA_WORKBOOK, _WORKBOOK),
            *((table.address, _CSV) for table in TABLES),
        ]
        told = self._described(
            message("The local unions’ action plans"),
            message("Goals, measures, deadlines, responsible roles, courses and what is reported."),
        )
        return self._set("planer", told, files)

    def _strategies(self) -> Data:
        periods = [each.period for each in self._scene.body.strategies]
        files = [
            file
            for period in periods
            for file in zip(addresses.strategy_data_files(period), (_JSON, _XML), strict=True)
        ]
        told = self._described(
            message("The federation’s strategy"),
            message("Strategy areas, main goals and strategic measures, edition by edition."),
        )
        return self._set("strategi", told, files)

    def _set(self, name: str, told: Data, files: Iterable[tuple[Address, str]]) -> Data:
        return {
            "@id": self._where(Address(addresses.DATA, name)),
            "@type": "dcat:Dataset",
            **told,
            "dct:identifier": self._where(Address(addresses.DATA, name)),
            "dct:accessRights": _named("access-right/PUBLIC"),
            "dcat:theme": _named("data-theme/SOCI"),
            "dcat:distribution": [self._file(*each) for each in files],
        }

    def _described(self, title: Message, text: Message) -> Data:
        """What the catalogue and its data sets all say."""
        said = {"dct:title": self._language.text(title), "dct:description": self._language.text(text)}
        about = {"@id": self._where(Address(addresses.DATA))}
        return {
            **{key: {"@value": words, "@language": self._language.code} for key, words in said.items()},
            "dct:publisher": {"@type": "foaf:Agent", "foaf:name": self._federation.name},
            "dct:language": [
                _named(f"language/{_LANGUAGES[code]}")
                for code in self._federation.languages
                if code in _LANGUAGES
            ],
            "dcat:contactPoint": {
                "@type": "vcard:Organization",
                "vcard:fn": self._federation.name,
                "vcard:hasURL": about,
            },
        }

    def _file(self, to: Address, form: str) -> Data:
        licence = self._federation.licence
        return {
            "@type": "dcat:Distribution",
            "dcat:accessURL": {"@id": self._where(to)},
            "dcat:downloadURL": {"@id": self._where(to)},
            "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{form}"},
            "dct:format": _named(f"file-type/{_FILE_TYPES[form]}"),
            **({"dct:license": _named(f"licence/{_LICENCES[licence]}")} if licence else {}),
        }

    def _where(self, to: Address) -> str:
        return to.absolute(self._scene.site)


def _named(path: str) -> Data:
    """What the vocabularies of the European Union name."""
    return {"@id": f"{_AUTHORITY}/{path}"}
