"""What git runs before a commit: what is staged is checked, whatever else lies in the folder, and formed."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.case_folders import CASES, assemble
from tests.project import COMMAND, ROOT
from tests.repository import Repository, repository

PLAN = "plans/fagforeninger/vik/2024-2025.yml"
UNION = "plans/fagforeninger/vik/fagforening.yml"
FAULTY = "ansvar: [Lederen]"
SOUND = "ansvar: [Leder]"


@pytest.fixture
def work(tmp_path: Path) -> Repository:
    """A repository with the small body of plans in canonical form, and the hook switched on."""
    git = repository(tmp_path)
    assemble(tmp_path)
    write(git, PLAN, read(git, PLAN).replace("ansvar: Styret", "ansvar: [Styret]"))
    git.commit("2024-01-01")
    hooks = tmp_path / ".githooks"
    hooks.symlink_to(ROOT / ".githooks")
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    git.git("config", "core.hooksPath", ".githooks")
    run(git, COMMAND, "fmt")
    git.git("add", "plans")
    git.git("commit", "--quiet", "--no-verify", "--allow-empty", "--message", "form")
    return git


def read(git: Repository, path: str) -> str:
    return (git.root / path).read_text(encoding="utf-8")


def write(git: Repository, path: str, text: str) -> None:
    (git.root / path).write_text(text, encoding="utf-8")


def run(git: Repository, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(git.root)}
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "Prøve", f"GIT_{role}_EMAIL": "prove@example.org"}
    return subprocess.run(  # noqa: S603 - git and ourselves
        [program, *arguments], cwd=git.root, env=environment, capture_output=True, text=True, check=False
    )


def commit(git: Repository, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(git, "git", "commit", "--quiet", "--message", "endret", *arguments)


def change(git: Repository, path: str, before: str, after: str) -> None:
    text = read(git, path)
    assert before in text
    write(git, path, text.replace(before, after, 1))


def test_a_sound_plan_is_committed_in_silence(work: Repository) -> None:
    change(work, PLAN, "1. mai 2025", "1. juni 2025")
    work.git("add", PLAN)
    done = commit(work)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "1. juni 2025" in work.git("show", f"HEAD:{PLAN}")


def test_a_faulty_plan_is_refused_in_norwegian(work: Repository) -> None:
    change(work, PLAN, SOUND, FAULTY)
    work.git("add", PLAN)
    done = commit(work)
    assert done.returncode == 1
    line = read(work, PLAN).splitlines().index(f"        {FAULTY}") + 1
    assert done.stderr == (
        f"{PLAN}:{line}:18: feil: «Lederen» er ingen rolle i forbund.yml. [unknown-role]\n"
        "    Mente du «Leder»?\n"
        "1 feil, 0 advarsler\n"
        "Ingenting er lagt inn. Rett feilen, legg fila til på nytt og prøv igjen.\n"
    )
    assert work.git("log", "--format=%s").splitlines()[0] == "form"


def test_what_is_staged_counts_and_not_what_lies_in_the_folder(work: Repository) -> None:
    change(work, PLAN, SOUND, FAULTY)
    work.git("add", PLAN)
    change(work, PLAN, FAULTY, SOUND)
    assert commit(work).returncode == 1
    change(work, PLAN, "1. mai 2025", "1. juni 2025")
    work.git("add", PLAN)
    change(work, PLAN, SOUND, FAULTY)
    assert commit(work).returncode == 0
    assert FAULTY in read(work, PLAN)
    assert SOUND in work.git("show", f"HEAD:{PLAN}")


def test_another_form_is_put_right_in_the_commit_and_in_the_folder(work: Repository) -> None:
    formed = read(work, PLAN)
    change(work, PLAN, SOUND, "ansvar:    [ Leder ]")
    work.git("add", PLAN)
    done = commit(work, "--allow-empty")
    assert (done.returncode, done.stderr) == (0, f"{PLAN} er lagt ut i standardform.\n")
    assert work.git("show", f"HEAD:{PLAN}") == read(work, PLAN) == formed
    assert work.git("status", "--porcelain", "plans") == ""


def test_a_file_that_says_more_than_what_is_staged_stays_as_it_is(work: Repository) -> None:
    formed = read(work, PLAN)
    change(work, PLAN, SOUND, "ansvar:    [ Leder ]")
    work.git("add", PLAN)
    change(work, PLAN, "1. mai 2025", "1. juni 2025")
    kept = read(work, PLAN)
    assert commit(work, "--allow-empty").returncode == 0
    assert work.git("show", f"HEAD:{PLAN}") == formed
    assert read(work, PLAN) == kept


def test_one_file_and_all_files_are_committed_in_form_or_not_at_all(work: Repository) -> None:
    formed = read(work, PLAN)
    change(work, PLAN, SOUND, "ansvar:    [ Leder ]")
    done = commit(work, "--", PLAN)
    assert done.returncode == 1
    assert f"planverk fmt {PLAN}" in done.stderr
    change(work, UNION, "Vik", "Viken")
    assert commit(work, "--all").returncode == 0
    assert work.git("show", f"HEAD:{PLAN}") == read(work, PLAN) == formed


def test_what_other_sources_say_is_seen(work: Repository) -> None:
    change(work, UNION, "fylke: vestland", "fylke: nowhere")
    work.git("add", UNION)
    assert "[unknown-county]" in commit(work).stderr
    work.git("reset", "--quiet", "--hard")
    change(work, "plans/forbund.yml", "id: vestland", "id: vest")
    work.git("add", "plans")
    done = commit(work)
    assert done.returncode == 1, "all plans rest on the federation, so all are looked at"
    assert f"{UNION}:" in done.stderr


def test_a_plan_is_checked_by_itself_whatever_others_say(work: Repository) -> None:
    broken = "plans/fagforeninger/os/2024-2025.yml"
    (work.root / broken).parent.mkdir()
    write(work, broken, "periode: [")
    write(work, str(Path(broken).with_name("fagforening.yml")), "navn: Fagforbundet Os\nfylke: vestland\n")
    work.git("add", "plans")
    assert "[yaml-syntax]" in commit(work).stderr
    work.git("commit", "--quiet", "--no-verify", "--message", "galt")
    change(work, PLAN, "1. mai 2025", "1. juni 2025")
    work.git("add", PLAN)
    assert commit(work).returncode == 0


def test_a_union_that_is_new_and_one_that_goes(work: Repository) -> None:
    work.git("mv", "plans/fagforeninger/vik", "plans/fagforeninger/viken")
    assert commit(work).returncode == 0
    work.git("rm", "-r", "--quiet", "plans/fagforeninger/viken")
    assert commit(work).returncode == 0


def test_a_commit_without_plans_starts_nothing(work: Repository) -> None:
    (work.root / ".venv").unlink()
    write(work, "README.md", "Les meg\n")
    work.git("add", "README.md")
    done = commit(work)
    assert (done.returncode, done.stderr) == (0, "")
    change(work, PLAN, SOUND, FAULTY)
    work.git("add", PLAN)
    done = commit(work)
    assert (done.returncode, done.stderr) == (0, "Planene ble ikke sjekket: kjør «make site» først.\n")


def test_some_unions_are_checked_by_themselves(tmp_path: Path) -> None:
    root = assemble(tmp_path, CASES / "unknown-role/near-a-known-one")
    git = Repository(root)
    whole = run(git, COMMAND, "check")
    one = run(git, COMMAND, "check", "plans/fagforeninger/vik/")
    assert one.returncode == whole.returncode == 1
    assert one.stderr == whole.stderr
    assert run(git, COMMAND, "check", "vikk").returncode == 2
