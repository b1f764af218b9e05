"""Floor 2: the rules of reading, before anything is known of what a file means."""

from generator.diagnostics import Rule, Severity, message

AREA_UNNAMED = Rule(
    name="area-unnamed",
    text=message(
        "An area of a plan is neither one of the strategy's nor the union's own.\n\n"
        "Write “område:” with the id of a strategy area, or “id:” and “tittel:” for an area of "
        "your own."
    ),
)
CONTROL_CHARACTER = Rule(
    name="control-character",
    text=message(
        "A text holds a character that cannot be seen, such as one that turns the direction of "
        "writing.\n\n"
        "Such characters come along when text is pasted. Delete the place and write it anew."
    ),
)
DUPLICATE_KEY = Rule(
    name="duplicate-key",
    text=message(
        "The same key stands twice in one place, so that one of the two would be lost.\n\nKeep one of them."
    ),
)
FILE_EMPTY = Rule(
    name="file-empty",
    text=message("A source file is empty.\n\nWrite the plan in it, or delete the file."),
)
FILE_MISSING = Rule(
    name="file-missing",
    text=message(
        "A source file does not exist or cannot be opened.\n\n"
        "A union's folder needs a file fagforening.yml beside its plans."
    ),
)
FILE_NOT_READ = Rule(
    name="file-not-read",
    text=message(
        "A file lies in the plans folder that nothing reads.\n\n"
        "A plan is named after its period, such as 2024-2025.yml, and lies in its union's folder."
    ),
    severity=Severity.WARNING,
)
FILE_OUTSIDE_PLANS = Rule(
    name="file-outside-plans",
    text=message(
        "A source file is a link to a place outside the plans folder.\n\nCopy the file into the folder."
    ),
)
FILE_TOO_LARGE = Rule(
    name="file-too-large",
    text=message(
        "A source file is larger than a plan can be.\n\n"
        "A plan of 43 measures takes 30,000 bytes; the limit is a million."
    ),
)
INVALID_ADDRESS = Rule(
    name="invalid-address",
    text=message(
        "An address is not written as one of this site's.\n\n"
        "Addresses stand in the lists of what was published, in plans/adresser/, which Planverk writes, and "
        "under “nedlagt”. Write a path below the site's own address, with a slash at its end: "
        "fagforeninger/as/2023/. What git leaves in a list where two changes meet must be taken out."
    ),
)
INVALID_DATE = Rule(
    name="invalid-date",
    text=message(
        "A date is not written year-month-day, or the calendar has no such day.\n\n"
        "Write for example 2025-01-28."
    ),
)
INVALID_FOLDER_NAME = Rule(
    name="invalid-folder-name",
    text=message(
        "The name of a union's folder cannot be part of an address.\n\n"
        "Use the letters a-z, digits and hyphens. The name becomes the union's permanent address."
    ),
)
GUEST_CHANGED = Rule(
    name="guest-changed",
    text=message(
        "The copy of another site's plans is not what “sha256” says it was.\n\n"
        "Nothing of it is shown. Run “planverk fetch”, which brings back what it was if that is still "
        "published; “planverk fetch --update” takes what is published now, and shows in git what is new."
    ),
)
GUEST_LEFT_OUT = Rule(
    name="guest-left-out",
    text=message(
        "A plan of another site has an error, and is not counted or listed here.\n\n"
        "It can only be corrected there. What their plans follow must be in our strategy, and their county "
        "in our forbund.yml."
    ),
    severity=Severity.WARNING,
)
GUEST_MISSING = Rule(
    name="guest-missing",
    text=message(
        "“kilder” names another site, and there is no copy of its plans.\n\n"
        "Put one in kilder/, in a folder named after the id: a checkout with its folder plans, or what "
        "“planverk fetch” makes of the data that the site publishes."
    ),
    severity=Severity.WARNING,
)
INVALID_HASH = Rule(
    name="invalid-hash",
    text=message(
        "A SHA-256 hash is not 64 digits and letters from a to f.\n\n"
        "It says which copy of another site's plans somebody has seen. “planverk fetch --update” writes it."
    ),
)
INVALID_ID = Rule(
    name="invalid-id",
    text=message(
        "An id cannot be part of an address.\n\n"
        "Use the letters a-z, digits and hyphens. The id becomes part of a permanent address."
    ),
)
INVALID_MAP_SQUARE = Rule(
    name="invalid-map-square",
    text=message(
        "A square of the map is not written as a letter and a number.\n\n"
        "Columns are letters from the west, rows numbers from the north: C5."
    ),
)
INVALID_NUMBER = Rule(
    name="invalid-number",
    text=message(
        "A number is not written in digits, or is too small or too large.\n\n"
        "A page or a line is a whole number from 1; a score lies from 0 to 1 and has a point: 0.62."
    ),
)
INVALID_OWNER = Rule(
    name="invalid-owner",
    text=message(
        "“eiere” holds something that is no team or account of the code host.\n\n"
        "It says who is asked when somebody wants to change a file. Write the name of a team, or of an "
        "account that belongs to a role; never a person's name or e-mail address."
    ),
)
INVALID_PERIOD = Rule(
    name="invalid-period",
    text=message("A period is neither one year nor two with a hyphen.\n\nWrite 2025 or 2024-2025."),
)
INVALID_REFERENCE = Rule(
    name="invalid-reference",
    text=message(
        "A reference is not written as one.\n\n"
        "Write area/item, or period/area/item for another edition than the plan's own."
    ),
)
INVALID_WEB_ADDRESS = Rule(
    name="invalid-web-address",
    text=message("A web address does not begin with https:// or holds characters that none can hold."),
)
MISSING_KEY = Rule(
    name="missing-key",
    text=message("Something that every entry of the kind must have is missing."),
)
NOT_UTF_8 = Rule(
    name="not-utf-8",
    text=message("A source file is not text in the encoding UTF-8.\n\nSave it anew with that encoding."),
)
TEXT_AFTER_HASH = Rule(
    name="text-after-hash",
    text=message(
        "What stands after a space and the sign # is lost: YAML takes it for a comment.\n\n"
        "Put the whole text in quotation marks. A remark that is meant as one has a space after the sign."
    ),
    severity=Severity.WARNING,
    silenceable=True,
)
UNKNOWN_KEY = Rule(
    name="unknown-key",
    text=message(
        "A key is not one that entries of the kind have, so that nothing would read it.\n\n"
        "Most often it is misspelt, or indented too far or too little."
    ),
)
UNKNOWN_LANGUAGE = Rule(
    name="unknown-language",
    text=message("The site cannot be shown in a language that the federation names."),
)
UNKNOWN_WORD = Rule(
    name="unknown-word",
    text=message("A value is not one of the few words that can stand there."),
)
WRONG_KIND = Rule(
    name="wrong-kind",
    text=message("A list stands where a text is expected, or the other way round."),
)
YAML_KEY = Rule(
    name="yaml-key",
    text=message("A key is a list or a group, not a word."),
)
YAML_REFUSED = Rule(
    name="yaml-refused",
    text=message(
        "The file uses a part of YAML that no plan needs and that can do harm.\n\n"
        "Anchors, aliases, tags, several documents and very deep nesting are refused."
    ),
)
YAML_SYNTAX = Rule(
    name="yaml-syntax",
    text=message(
        "The file cannot be read as YAML.\n\n"
        "Most often a text holds a colon or begins with a special character and needs quotation "
        "marks, or a line is not indented like its neighbours."
    ),
)

READING_RULES = (
    AREA_UNNAMED,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    FILE_EMPTY,
    FILE_MISSING,
    FILE_NOT_READ,
    FILE_OUTSIDE_PLANS,
    FILE_TOO_LARGE,
    INVALID_ADDRESS,
    INVALID_DATE,
    INVALID_FOLDER_NAME,
    GUEST_CHANGED,
    GUEST_LEFT_OUT,
    GUEST_MISSING,
    INVALID_HASH,
    INVALID_ID,
    INVALID_MAP_SQUARE,
    INVALID_NUMBER,
    INVALID_OWNER,
    INVALID_PERIOD,
    INVALID_REFERENCE,
    INVALID_WEB_ADDRESS,
    MISSING_KEY,
    NOT_UTF_8,
    TEXT_AFTER_HASH,
    UNKNOWN_KEY,
    UNKNOWN_LANGUAGE,
    UNKNOWN_WORD,
    WRONG_KIND,
    YAML_KEY,
    YAML_REFUSED,
    YAML_SYNTAX,
)
