"""What describes the tables: CSV on the Web for each of them, and a data package (version 1) of all."""

import hashlib
import json
import posixpath
from collections.abc import Mapping

from generator.addresses import DATA_PACKAGE
from generator.diagnostics import message
from generator.exports.open_data.columns import TABLES, UNIONS, Column, Kind, Table
from generator.exports.open_data.rows import SEVERAL
from generator.exports.open_data.values import LICENCES, Data
from generator.language import Language
from generator.model import Federation

_MISSING = ("",)


def about_table(table: Table, federation: Federation, language: Language) -> str:
    """The table's metadata in the form of CSV on the Web."""
    return _pretty(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": language.code}],
            "url": posixpath.basename(table.address.page),
            "dc:title": language.text(table.title),
            "dc:publisher": federation.name,
            **({"dc:license": {"@id": LICENCES[federation.licence][1]}} if federation.licence else {}),
            "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
            "tableSchema": {
                "columns": [_csvw_column(each, language) for each in table.columns],
                **({"primaryKey": list(table.key)} if table.key else {}),
            },
        }
    )


def _csvw_column(column: Column, language: Language) -> Data:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": language.text(column.means),
        "datatype": column.kind.value,
        "required": column.needed,
        **({"separator": SEVERAL} if column.several else {}),
    }


def package(tables: Mapping[Table, bytes], federation: Federation, language: Language) -> str:
    """The package of the finished tables, with a hash of each."""
    title = message("Action plans of {federation}", federation=federation.name)
    return _pretty(
        {
            "profile": "tabular-data-package",
            "name": "planverk",
            "title": language.text(title),
            "version": "1",
            **_licences(federation),
            "resources": [_resource(each, tables[each], language) for each in TABLES],
        }
    )


def _licences(federation: Federation) -> Data:
    if federation.licence is None:
        return {}
    title, path = LICENCES[federation.licence]
    return {"licenses": [{"name": title.replace(" ", "-"), "path": path, "title": title}]}


def _resource(table: Table, content: bytes, language: Language) -> Data:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": language.text(table.title),
        "path": posixpath.relpath(table.address.page, posixpath.dirname(DATA_PACKAGE)),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"lineTerminator": "\r\n", "delimiter": ",", "doubleQuote": True},
        "schema": _schema(table, language),
    }


def _schema(table: Table, language: Language) -> Data:
    names = {column.name for column in table.columns if column.needed}
    of_union = {"fields": "fagforening", "reference": {"resource": UNIONS.name, "fields": "id"}}
    return {
        "fields": [_field(each, language) for each in table.columns],
        "missingValues": list(_MISSING),
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": [of_union]} if "fagforening" in names else {}),
    }


def _field(column: Column, language: Language) -> Data:
    constraints = {
        **({"required": True} if column.needed else {}),
        **({"enum": column.words} if column.words else {}),
    }
    return {
        "name": column.name,
        "type": column.kind.value,
        "description": language.text(column.means),
        **({"constraints": constraints} if constraints else {}),
        **({"trueValues": ["true"], "falseValues": ["false"]} if column.kind is Kind.YES_OR_NO else {}),
    }


def _pretty(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
