"""The configuration of Sveltia CMS: a form for each kind of source."""

import json
from functools import partial

from generator.cms.form_fields import form_fields
from generator.cms.setting import CmsSetting
from generator.diagnostics import Message, message
from generator.language import Language
from generator.model import Body, Wording
from generator.parse import READERS
from generator.schema import examples_of, shown
from generator.schema.kinds import Schema, pattern_of
from generator.schema.recorder import Definitions, recorded

_PLANS: Message = message("Action plans")
_UNIONS: Message = message("Local unions")
_STRATEGIES: Message = message("Strategies")
_FEDERATION: Message = message("Federation")
TITLE: Message = message("Change plans")

_WITH_PROPOSALS = frozenset({"github", "gitlab"})
"""Where Sveltia can make a proposal of a change, for others to look at."""

_EXISTING: Schema = {"create": False, "delete": False, "duplicate": False}
"""Of what begins and ends by command: the name of a file is part of addresses."""


def configuration(setting: CmsSetting, body: Body) -> str:
    """The configuration as JSON, its texts in the first language of the site."""
    fields = partial(_fields, body=body)
    form = {"extension": "yml", "format": "yaml", "editor": {"preview": False}}
    entries: Schema = {**form, **_EXISTING, "thumbnail": False}
    unions = "plans/fagforeninger"
    plan: Schema = {
        **_collection("handlingsplaner", _PLANS, unions, "description"),
        "path": "{{kilde}}/{{periode}}",  # any two names: files that there are keep theirs
        "filter": {"field": "ordlyd", "pattern": pattern_of(Wording)},
        "slug": {"template": "{{periode}}", "editable": False},
        **_listed("kilde", ["kilde", "periode"]),
    }
    union: Schema = {
        **_collection("fagforeninger", _UNIONS, unions, "groups"),
        "path": "{{slug}}/fagforening",
        **_listed("navn", ["navn", "fylke"]),
    }
    strategy: Schema = {
        **_collection("strategier", _STRATEGIES, "plans/strategi", "flag"),
        **_listed("tittel", ["periode"]),
    }
    forbund: Schema = {"name": "forbund", "label": _FEDERATION, "icon": "home", "file": "plans/forbund.yml"}
    kinds = (("plan", plan), ("fagforening", union), ("strategi", strategy))
    whole: Schema = {
        "backend": dict(setting.backend),
        "app_title": TITLE,
        **({"site_url": setting.site} if setting.site else {}),
        "publish_mode": "editorial_workflow" if setting.backend["name"] in _WITH_PROPOSALS else "simple",
        "show_preview_links": False,
        "media_folder": "docs/assets/bilder",
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none"}},
        "collections": [{**each, **entries, "fields": fields(kind)} for kind, each in kinds],
        "singletons": [
            {**forbund, "format": "yaml", "editor": {"preview": False}, "fields": fields("forbund")}
        ],
    }
    language = Language(body.federation.languages[0])
    return json.dumps(shown(whole, language), ensure_ascii=False, indent=1) + "\n"


def _collection(name: str, label: Message, folder: str, icon: str) -> Schema:
    return {"name": name, "label": label, "folder": folder, "icon": icon}


def _listed(by: str, sortable: list[str]) -> Schema:
    """How a list of entries shows each, and what it can be sorted by."""
    return {"identifier_field": by, "summary": f"{{{{{by}}}}}", "sortable_fields": sortable}


def _fields(source: str, body: Body) -> list[Schema]:
    definitions = Definitions({})
    whole = recorded(source, READERS[source], definitions)
    return form_fields(whole, definitions.recorders, examples_of(body))
