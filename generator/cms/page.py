"""The page `/admin/`: Sveltia's own files, our configuration, and a policy that lets it ask nobody else."""

import base64
import hashlib
import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.cms.configuration import TITLE, configuration
from generator.cms.package import KNOWN
from generator.cms.setting import CmsSetting, CmsSettingError, resting_on
from generator.diagnostics import message
from generator.language import Language

FOLDER = "admin"
_KEPT = f".planverk/sveltia/{KNOWN['version']}"


def add_page(root: Path, site: Path, setting: CmsSetting) -> None:
    """Adds the page to the finished site.  Raises CmsSettingError where Sveltia's files are missing."""
    kept = root / _KEPT
    if not (kept / "npm/index.js").is_file():
        raise CmsSettingError(message("Sveltia CMS is not here. Run make cms first."))
    body, to = resting_on(root), site / FOLDER
    for part in ("npm", "locales"):
        shutil.copytree(kept / part, to / "sveltia" / part, ignore=shutil.ignore_patterns("*.json"))
    shutil.copy(kept / "LICENSE.txt", to / "sveltia")
    templates = root / "templates/cms"
    shutil.copy(templates / "start.js", to)
    modules = (templates / "modules.json").read_text(encoding="utf-8").strip()
    (to / "config.json").write_text(configuration(setting, body), encoding="utf-8", newline="\n")
    env = Environment(loader=FileSystemLoader(templates), undefined=StrictUndefined, autoescape=True)
    page = env.get_template("index.html").render(
        modules=modules,
        digest=_digest(modules),
        connects=setting.connects,
        language=body.federation.languages[0],
        title=Language(body.federation.languages[0]).text(TITLE),
    )
    (to / "index.html").write_text(page, encoding="utf-8", newline="\n")


def _digest(script: str) -> str:
    """What the policy calls a script that stands in the page."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
