"""What a change of the plans does, as `planverk changes` tells it, in scratch repositories."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.history.snapshot import NoSnapshotError
from generator.language import Language
from generator.review.labels import LONGEST, is_ours
from generator.review.rendering import FORMATS
from generator.review.reviewed import reviewed
from generator.review.summary import ROOM, Line, Piece, Section, Summary, from_json, to_json, within_bounds
from tests.case_folders import BASE, assemble
from tests.project import ROOT, planverk
from tests.repository import Repository, repository

ENGLISH = Language("en")
PLAN = "plans/fagforeninger/vik/2024-2025.yml"
UNION = "plans/fagforeninger/vik/fagforening.yml"
FEDERATION = "plans/forbund.yml"
EDITION = "plans/strategi/2024-2025.yml"
TEXT = (BASE / PLAN).read_text(encoding="utf-8")
NOTHING = Summary(headline="Nothing that the site shows of the plans")


@pytest.fixture(autouse=True)
def _no_configuration(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def git(tmp_path: Path) -> Repository:
    made = repository(tmp_path / "project")
    assemble(made.root)
    made.commit("2024-01-10")
    return made


def rewrite(git: Repository, file: str, *replacements: tuple[str, str]) -> None:
    text = (git.root / file).read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    git.write(file, text)


def told(git: Repository, revision: str = "HEAD") -> Summary:
    return reviewed(git.root, revision, ENGLISH)


def lines(git: Repository) -> list[str]:
    """What is told of the one section that there is: its headline, then its lines."""
    (section,) = told(git).sections
    return [section.headline, *(" ".join([one.text, *map(_said, one.pieces)]) for one in section.lines)]


def _said(piece: Piece) -> str:
    return piece.kept or f"[-{piece.gone}-]{{+{piece.come}+}}"


def test_where_nothing_changed_nothing_is_told(git: Repository) -> None:
    assert told(git) == NOTHING


def test_what_is_not_committed_is_told_too(git: Repository) -> None:
    rewrite(git, PLAN, ("1. mai 2025", "juni 2025"))
    expected = [
        "new deadlines: 1",
        "Measure 1.1 (Heltid og likelønn): changed, deadline [-1. mai 2025-]{+juni 2025+}",
    ]
    assert lines(git) == expected
    git.git("add", PLAN)
    assert lines(git) == expected
    git.git("switch", "--quiet", "--create", "forslag")
    git.commit("2024-02-01")
    assert told(git, "main").sections == told(git, "HEAD~1").sections != ()
    assert told(git) == NOTHING


def test_what_others_did_since_is_not_told(git: Repository) -> None:
    git.git("switch", "--quiet", "--create", "forslag")
    rewrite(git, PLAN, ("1. mai 2025", "juni 2025"))
    git.commit("2024-02-01")
    before = told(git, "main")
    git.git("switch", "--quiet", "main")
    rewrite(git, UNION, ("Vik", "Vik og omegn"))
    git.commit("2024-02-02")
    git.git("switch", "--quiet", "forslag")
    assert told(git, "main") == before


def test_warnings_that_were_there_are_not_told_again_however_lines_moved(git: Repository) -> None:
    rewrite(git, PLAN, ("frist: 1. mai 2025", "frist: snarest"), ("ansvar: Styret, ", ""))
    git.commit("2024-02-01")
    rewrite(git, PLAN, ("periode: 2024-2025\n", "\n\n# En merknad.\nperiode: 2024-2025\n"))
    assert told(git).warnings == ()
    rewrite(git, PLAN, ("frist: hver sommer", "frist: når det passer"))
    (warning,) = told(git).warnings
    assert warning.startswith(f"{PLAN}:23: The deadline “når det passer” is not understood.")
    rewrite(git, PLAN, ("frist: snarest", "frist: mai 2025"))
    assert (len(told(git).warnings), told(git).mended) == (1, 1)


def test_what_a_rule_knows_from_history_is_not_told_again(git: Repository) -> None:
    rewrite(git, PLAN, ("Kreve hele stillinger", "Kreve faste stillinger"))
    (warning,) = told(git).warnings
    assert "The adopted words were changed" in warning
    git.commit("2024-02-01")
    rewrite(git, PLAN, ("1. mai 2025", "juni 2025"))
    assert told(git).warnings == ()
    rewrite(git, PLAN, ("Kreve faste stillinger", "Kreve hele stillinger"))
    assert (told(git).warnings, told(git).mended) == ((), 1)


def test_a_plan_that_cannot_be_read_now_is_no_news_of_anything_else(git: Repository) -> None:
    rewrite(git, PLAN, ("frist: 1. mai 2025", "frist: snarest"))
    git.commit("2024-02-01")
    git.write(PLAN, "periode: [\n")
    found = told(git)
    assert [each.headline for each in found.sections] == [
        "the plan for 2024-2025 cannot be read: see the errors"
    ]
    assert (len(found.faults), found.warnings, found.vanishing, found.mended) == (1, (), (), 0)
    git.commit("2024-03-01")
    git.write(PLAN, TEXT)
    found = told(git)
    assert [each.headline for each in found.sections] == ["the plan for 2024-2025 can be read again"]
    assert (found.faults, found.mended) == ((), 1)


def test_where_all_rests_on_something_faulty_that_is_told(git: Repository) -> None:
    rewrite(git, PLAN, ("1. mai 2025", "juni 2025"))
    git.write(FEDERATION, "navn: [\n")
    found = told(git)
    assert len(found.faults) == 1
    assert [each.headline for each in found.sections] == ["new deadlines: 1"]
    git.commit("2024-02-01")
    assert told(git).faults == ()


def test_what_all_have_in_common(git: Repository) -> None:
    rewrite(
        git,
        FEDERATION,
        ("navn: Styret}", "navn: Hele styret}"),
        ("  - {id: innlandet, navn: Innlandet}\n", ""),
        ("navn: Forbundet\n", "navn: Forbundet\neiere: forbundet/planverk\n"),
    )
    rewrite(git, EDITION, ("Kreve hele stillinger.", "Kreve hele og faste stillinger."))
    found = told(git)
    assert [(each.title, each.headline, [one.text for one in each.lines]) for each in found.sections] == [
        (
            "What all unions have in common",
            "",
            [
                "County “Innlandet”: removed",
                "Role “Hele styret”: changed",
                "Other facts on the federation: changed",
            ],
        ),
        ("The strategy for 2024–2025", "", ["Item heltid/hele-stillinger: changed"]),
    ]
    assert found.sections[1].lines[0].pieces == (
        Piece(kept="Kreve hele"),
        Piece(come="og faste"),
        Piece(kept="stillinger."),
    )
    assert found.vanishing == ("fylker/innlandet/",)
    assert found.labels == ("forbund", "strategi", "adresser forsvinner")


def test_facts_of_a_union_and_its_owners(git: Repository) -> None:
    rewrite(git, UNION, ("nr: 010", "nr: 011\neiere: ['@forbundet/vik']"), ("vestland", "innlandet"))
    assert lines(git) == [
        "",
        "Number [-010-]{+011+}",
        "County [-vestland-]{+innlandet+}",
        "Who is asked about changes [--]{+@forbundet/vik+}",
    ]


def test_a_plan_that_is_named_after_another_period(git: Repository) -> None:
    (git.root / PLAN).unlink()
    git.write(
        PLAN.replace("2024-2025", "2024"),
        TEXT.replace("periode: 2024-2025", "periode: 2024\ntidligere: [2024-2025]").replace(
            "1. mai 2025", "1. mai 2024"
        ),
    )
    found = told(git)
    assert [each.headline for each in found.sections] == [
        "the plan for 2024-2025 is now for 2024, new deadlines: 1"
    ]
    assert found.vanishing == ()


def test_what_leads_nowhere_unless_somebody_says_why(git: Repository) -> None:
    rewrite(git, PLAN, ("nr: 1.1", "nr: 1.2"), ("id: grilling", "id: bading"))
    assert told(git).vanishing == (
        "fagforeninger/vik/2024-2025/#tiltak-1-1",
        "fagforeninger/vik/2024-2025/#tiltak-grilling",
    )
    rewrite(git, PLAN, ("nr: 1.2\n", "nr: 1.2\n        tidligere: [1-1]\n"))
    grilling = "fagforeninger/vik/2024-2025/#tiltak-grilling"
    git.write(PLAN, (git.root / PLAN).read_text() + f"nedlagt: [{{adresse: {grilling}, grunn: Slutt.}}]\n")
    assert told(git).vanishing == ()


def test_words_of_persons_are_not_told(git: Repository) -> None:
    rewrite(git, PLAN, ("Kreve hele stillinger i drøftinger.", "Kari Nordmo tar imot på 911 22 333."))
    assert "911" not in repr(told(git))
    assert "[text left out]" in lines(git)[1]


@pytest.mark.parametrize("case", ["changed", "removed", "renamed", "faulty"])
def test_of_many_unions_only_those_that_differ_are_read_and_the_same_is_told(
    git: Repository, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = git.root / "plans/fagforeninger"
    shutil.copytree(folder / "vik", folder / "voss")
    rewrite(git, "plans/fagforeninger/voss/fagforening.yml", ("Vik", "Voss"))
    git.commit("2024-02-01")
    match case:
        case "changed":
            rewrite(git, PLAN, ("1. mai 2025", "snarest"))
        case "removed":
            (git.root / PLAN).unlink()
        case "renamed":
            (folder / "vik").rename(folder / "nes")
        case "faulty":
            git.write(UNION, "navn: x\n")
    whole = told(git)
    monkeypatch.setattr("generator.review.sides.MANY", 0)
    assert told(git) == whole != NOTHING


def test_many_unions_are_told_of_in_few_words_and_labels(git: Repository) -> None:
    folder = git.root / "plans/fagforeninger"
    for number in range(60):
        shutil.copytree(folder / "vik", folder / f"vik-{number:02}")
    git.commit("2024-02-01")
    for path in folder.glob("vik-*/2024-2025.yml"):
        rewrite(git, path.relative_to(git.root).as_posix(), ("1. mai 2025", "juni 2025"))
    found = told(git)
    assert found.labels == ("fylke: vestland", "mange fagforeninger")
    assert len(found.sections) + found.more_sections == 60
    assert len(found.sections) == 25
    assert found.headline.startswith("60 unions: Fagforbundet Vik (Vestland), ")


def test_a_link_in_the_place_of_a_plan_is_a_change(git: Repository, tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text(TEXT, encoding="utf-8")
    (git.root / PLAN).unlink()
    (git.root / PLAN).symlink_to(tmp_path / "plan.yml")
    assert len(told(git).faults) == 1
    git.commit("2024-02-01")
    assert told(git) == NOTHING
    rewrite(git, UNION, ("Vik", "Vik og omegn"))
    assert (told(git).faults, told(git).mended) == ((), 0)


def _no_repository(git: Repository, _: Path) -> Repository:
    shutil.rmtree(git.root / ".git")
    return git


def _shallow(git: Repository, to: Path) -> Repository:
    rewrite(git, PLAN, ("1. mai 2025", "juni 2025"))
    git.commit("2024-02-01")
    git.git("clone", "--quiet", "--depth", "1", f"file://{git.root}", str(to / "kopi"))
    return Repository(to / "kopi")


def _another_beginning(git: Repository, _: Path) -> Repository:
    git.git("tag", "annet")
    git.git("checkout", "--quiet", "--orphan", "ny")
    git.git("commit", "--quiet", "--message", "ny begynnelse")
    return git


@pytest.mark.parametrize(
    ("spoil", "revision", "said"),
    [
        (_no_repository, "HEAD", "There is no git repository here, or none that git trusts. Run the command"),
        (_shallow, "HEAD~1", "Git knows no revision “HEAD~1” here. Fetch the whole history first"),
        (
            _another_beginning,
            "annet",
            "“annet” and what is checked out have no past in common here. Write a branch",
        ),
        (lambda git, _: git, "finnes-ikke", "Git knows no revision “finnes-ikke” here. Write a branch"),
        (lambda git, _: git, "--output=spor", "Git knows no revision “--output=spor” here."),
        (lambda git, _: git, "", "Git knows no revision “” here."),
        (lambda git, _: git, "a\0b", "Git knows no revision “a"),
    ],
)
def test_where_git_cannot_tell_it_is_said_why(
    git: Repository, tmp_path: Path, spoil: Callable[[Repository, Path], Repository], revision: str, said: str
) -> None:
    with pytest.raises(NoSnapshotError) as refused:
        told(spoil(git, tmp_path), revision)
    assert " ".join(map(ENGLISH.text, refused.value.messages)).startswith(said)


def test_the_command_is_wrongly_used_where_git_cannot_tell(git: Repository) -> None:
    done = planverk(git.root, "changes", "--against", "finnes-ikke")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Git kjenner ikke «finnes-ikke» her. Skriv en gren" in done.stderr


def test_the_command_tells_in_every_format_and_from_what_it_wrote(git: Repository, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates", git.root / "templates")
    rewrite(git, PLAN, ("1. mai 2025", "@styret\x07"), ("ansvar: [Leder]", "ansvar: [Ledar]"))
    written = tmp_path / "changes.json"
    written.write_text(planverk(git.root, "changes", "--format", "json").stdout, encoding="utf-8")
    for form in FORMATS:
        at_once = planverk(git.root, "changes", "--format", form)
        from_file = planverk(git.root, "changes", "--from", str(written), "--format", form, "--strict")
        assert (at_once.returncode, at_once.stdout) == (0, from_file.stdout)
        assert from_file.returncode == 1
    assert planverk(git.root, "changes", "--from", str(written), "--against", "HEAD").returncode == 2
    written.write_text("{}", encoding="utf-8")
    assert planverk(git.root, "changes", "--from", str(written)).returncode == 2


def test_a_summary_keeps_within_its_bounds_and_says_what_is_left_out() -> None:
    line = Line("x" * 1000, (Piece("y" * 1000, "z" * 1000),) * 100)
    whole = Summary(
        headline="h" * 1000,
        sections=(Section("t" * 1000, "u" * 1000, (line,) * 100),) * 100,
        faults=("f" * 1000,) * 3,
        warnings=("w",) * 100,
        vanishing=("v",) * 100,
        labels=("x" * 200, "fagforening: vik", "sikkerhet"),
    )
    kept = within_bounds(whole)
    assert within_bounds(kept) == kept
    assert from_json(to_json(kept).encode()) == kept
    assert len(repr(kept)) < 3 * ROOM
    assert (len(kept.faults), kept.more_faults, kept.more_warnings, kept.more_vanishing) == (3, 0, 75, 75)
    assert kept.more_sections + len(kept.sections) == 100
    assert kept.labels == ("fagforening: vik",)


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        ("fagforening: vik", True),
        ("fylke: vestland", True),
        ("mange fagforeninger", True),
        ("fagforening: " + "x" * 80, False),
        ("fagforening: Vik", False),
        ("fagforening: vik\n", False),
        ("ny-frist", False),
        ("bug", False),
    ],
)
def test_which_labels_are_ours(label: str, ours: bool) -> None:  # noqa: FBT001
    assert is_ours(label) is ours
    assert not ours or len(label) <= LONGEST


def test_owners_are_the_federations_and_then_the_unions(git: Repository) -> None:
    file = git.root / ".github/CODEOWNERS"
    assert planverk(git.root, "owners", "--check").returncode == 1
    assert planverk(git.root, "owners").returncode == 0
    first = "# Laget av «planverk owners» av «eiere» i plans/. Ikke rediger fila.\n"
    assert file.read_text(encoding="utf-8") == first
    rewrite(
        git, FEDERATION, ("navn: Forbundet\n", "navn: Forbundet\neiere: [forbundet/planverk, '@drift']\n")
    )
    rewrite(git, UNION, ("nr: 010", "nr: 010\neiere: [forbundet/vik, '@forbundet/vik']"))
    done = planverk(git.root, "owners", "--check")
    assert (done.returncode, done.stdout.splitlines()[-2:]) == (
        1,
        ["+* @forbundet/planverk @drift", "+/plans/fagforeninger/vik/ @forbundet/vik"],
    )
    assert planverk(git.root, "owners").returncode == 0
    assert planverk(git.root, "owners", "--check").returncode == 0
    whole = f"{first}* @forbundet/planverk @drift\n/plans/fagforeninger/vik/ @forbundet/vik\n"
    assert file.read_text(encoding="utf-8") == whole
    rewrite(git, UNION, ("fylke: vestland", ""))
    assert planverk(git.root, "owners").returncode == 1
    assert file.read_text(encoding="utf-8") == whole


def test_owners_that_somebody_wrote_are_left_alone(git: Repository) -> None:
    git.write(".github/CODEOWNERS", "* @meg\n")
    done = planverk(git.root, "owners")
    assert done.returncode == 1
    assert "er ikke skrevet av Planverk" in done.stderr
    assert (git.root / ".github/CODEOWNERS").read_text(encoding="utf-8") == "* @meg\n"


def test_the_projects_own_owners_are_those_of_its_plans() -> None:
    assert planverk(ROOT, "owners", "--check").returncode == 0
