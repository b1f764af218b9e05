"""Floor 14: a form in the browser for those who write plans: Sveltia CMS, its configuration and its page.

The configuration is made of what the schemas are made of; Sveltia's own files come from its npm package,
at the version and with the hash that `sveltia.json` names.
"""

from generator.cms.configuration import configuration
from generator.cms.page import add_page
from generator.cms.setting import CmsSetting, CmsSettingError, resting_on, stated_cms

__all__ = ["CmsSetting", "CmsSettingError", "add_page", "configuration", "resting_on", "stated_cms"]
