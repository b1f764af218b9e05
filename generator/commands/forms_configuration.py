"""`planverk cms`: the configuration of Sveltia CMS."""

import click

from generator import console
from generator.cms import configuration, resting_on, stated_cms
from generator.console import _


@click.command(
    "cms",
    help=_(
        "Print the configuration of Sveltia CMS, a form in the browser for those who write plans. `make cms` "
        "fetches it, and a build adds it to the site where mkdocs.yml has extra.cms."
    ),
)
def cms() -> None:
    root = console.project()
    setting = stated_cms(root)
    if setting is None:
        raise click.UsageError(_("mkdocs.yml has no extra.cms, which says where the plans are kept."))
    console.show(configuration(setting, resting_on(root)))
