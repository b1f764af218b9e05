"""What other sites publish is fetched with care: hostile answers leave everything as it was."""

import gzip
import hashlib
import http.client
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands import fetched
from generator.examination import examine
from generator.fetching import Fetcher, Limits, NotFetchedError, is_public
from generator.load import load
from tests.case_folders import BASE, assemble
from tests.project import files

HOST = "https://nabo.example"
INDEX = f"{HOST}/data/v1/indeks.json"


@dataclass
class Answer:
    """What the server says at a path."""

    content: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Server:
    """A server of this machine that stands for all hosts; `asked` is what it was asked for."""

    answers: dict[str, Answer]
    port: int = 0
    asked: list[str] = field(default_factory=list)

    def fetcher(self, limits: Limits = Limits()) -> Fetcher:  # noqa: B008 - frozen
        return Fetcher(
            limits, lambda _, __, wait: http.client.HTTPConnection("127.0.0.1", self.port, timeout=wait)
        )


@pytest.fixture
def server() -> Iterator[Server]:
    known = Server({})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append(self.path)
            answer = known.answers.get(self.path, Answer(status=404))
            self.send_response(answer.status)
            headers = {"Content-Length": str(len(answer.content)), **answer.headers}
            for name, value in headers.items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        known.port = running.server_address[1]
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield known
        running.shutdown()


def reason(fetcher: Fetcher, address: str) -> str:
    with pytest.raises(NotFetchedError) as refused:
        fetcher.fetch(address)
    return refused.value.message.text


def test_a_file_is_fetched_also_where_it_is_led_on_to(server: Server) -> None:
    server.answers = {"/a?x=1": Answer(status=302, headers={"Location": "b"}), "/b": Answer(b"innhold")}
    assert server.fetcher().fetch(f"{HOST}/a?x=1") == b"innhold"


@pytest.mark.parametrize(
    "address",
    [
        "http://nabo.example/",
        "file:///etc/passwd",
        "ftp://nabo.example/",
        "https://",
        "https://bruker:ord@nabo.example/",
        "https://nabo.example:0/",
        "https://nabo.example:99999/",
        "https://nabo.example/\r\nHost: annen",
        "https://nabo.example/å",
        "https://[::1",
        "nabo.example",
    ],
)
def test_only_https_addresses_are_asked(server: Server, address: str) -> None:
    assert "no https address" in reason(server.fetcher(), address)
    assert server.asked == []


@pytest.mark.parametrize(
    "address", ["http://nabo.example/", "file:///etc/passwd", "https://bruker@nabo.example/"]
)
def test_nobody_is_led_on_to_others(server: Server, address: str) -> None:
    server.answers = {"/": Answer(status=301, headers={"Location": address})}
    assert "no https address" in reason(server.fetcher(), f"{HOST}/")
    assert server.asked == ["/"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - no binding
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
    ],
)
def test_an_address_of_ones_own_network_is_not_public(address: str) -> None:
    assert not is_public(address)


def test_public_addresses_are() -> None:
    assert is_public("193.213.112.4")
    assert is_public("2001:67c:21b8::1")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0"])
def test_no_host_of_ones_own_machine_is_connected_to(server: Server, host: str) -> None:
    assert reason(Fetcher(), f"https://{host}:{server.port}/") in (
        "{host} is no public address.",
        "{address} does not answer ({reason}).",
    )
    assert server.asked == []


def test_a_file_that_is_too_large_is_let_go(server: Server) -> None:
    server.answers = {"/": Answer(b"x" * 2_000)}
    assert "too large" in reason(server.fetcher(Limits(file=1_999)), f"{HOST}/")
    assert "too large" in reason(server.fetcher(Limits(total=1_999)), f"{HOST}/")


def test_so_are_too_many_files(server: Server) -> None:
    server.answers = {"/": Answer(b"x")}
    fetcher = server.fetcher(Limits(files=2))
    fetcher.fetch(f"{HOST}/")
    fetcher.fetch(f"{HOST}/")
    assert "more than {n} files" in reason(fetcher, f"{HOST}/")


def test_and_what_takes_too_long(server: Server) -> None:
    server.answers = {"/": Answer(b"x")}
    ticks = iter(range(0, 10_000, 500))
    fetcher = server.fetcher()
    fetcher.now = lambda: float(next(ticks))
    fetcher.fetch(f"{HOST}/")
    assert "too slow" in reason(fetcher, f"{HOST}/")


def test_a_circle_ends(server: Server) -> None:
    server.answers = {"/": Answer(status=302, headers={"Location": "/"})}
    assert "too often" in reason(server.fetcher(), f"{HOST}/")
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=500),
        Answer(status=204),
        Answer(status=302),
        Answer(b"kort", headers={"Content-Length": "100"}),
        Answer(gzip.compress(b"x" * 10_000), headers={"Content-Encoding": "gzip"}),
    ],
    ids=["fault", "nothing", "nowhere", "broken off", "packed"],
)
def test_other_answers_are_refused(server: Server, answer: Answer) -> None:
    server.answers = {"/": answer}
    reason(server.fetcher(Limits(silence=2)), f"{HOST}/")


PLAN = {
    "skjema": "urn:planverk:data:plan:1",
    "id": "voss/2024-2025",
    "periode": {"id": "2024-2025", "fra": "2024-01-01", "til": "2025-12-31"},
    "strategi": {"id": "2024-2025", "tittel": "Strategi", "adresse": "x"},
    "ordlyd": "vedtatt",
    "kilde": "Handlingsplan",
    "vedtak": [{"organ": "årsmøtet", "type": "vedtatt", "dato": "2024-01-30"}],
    "innledning": ["Ett: avsnitt.", "# Ett til."],
    "omrader": [
        {
            "id": "heltid",
            "nr": "1",
            "eget": False,
            "tittel": "Heltid",
            "hovedmal": [
                {"id": "heltidskultur", "tekst": "Heltid.", "avvik": "ordlyd", "merknad": None, "folger": []},
                {"id": "h2", "tekst": "Mer.", "avvik": "tillegg", "folger": [{"id": "2024-2025/heltid"}]},
            ],
            "mal": [{"id": "m1", "tekst": "Flere.", "folger": [], "statuser": []}],
            "tiltak": [
                {
                    "id": "1-1",
                    "nr": "1.1",
                    "tekst": "Kreve «hele»: *stillinger*.",
                    "ansvar": [{"ord": "Leder", "rolle": "leder"}],
                    "frist": {"ord": "1. mai 2025"},
                    "etter": [],
                    "folger": [{"id": "2024-2025/heltid/hele-stillinger", "tekst": "x"}],
                    "statuser": [{"status": "i gang", "dato": "2024-05-01", "grunn": None}],
                }
            ],
            "kurs": [{"id": "k", "navn": "Kurs", "malgruppe": "Nye", "tidspunkt": {"ord": "2025"}}],
        },
        {"id": "sosialt", "eget": True, "tittel": "Sosialt", "tiltak": []},
    ],
}


def published(plan: object = PLAN, **union: object) -> dict[str, Answer]:
    """The data of a site with one union and one plan; `union` and `plan` may be otherwise."""
    content = plan if isinstance(plan, bytes) else json.dumps(plan).encode()
    line = {
        "id": "2024-2025",
        "fil": "planer/voss/2024-2025.json",
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    index = {
        "skjema": "urn:planverk:data:indeks:1",
        "fagforeninger": [
            {
                "id": "voss",
                "navn": "Fagforbundet Voss",
                "fylke": "vestland",
                "sprak": "nn",
                "planer": [line],
                **union,
            }
        ],
    }
    return {
        "/data/v1/indeks.json": Answer(json.dumps(index).encode()),
        "/data/v1/planer/voss/2024-2025.json": Answer(content),
    }


SOURCE = f"kilder:\n  - {{id: nabo, navn: Nabo, nettsted: 'https://nabo.example/', data: '{INDEX}'}}\n"


@pytest.fixture
def root(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that names the server's site, in which the command runs."""
    root = assemble(tmp_path / "project", BASE)
    with (root / "plans/forbund.yml").open("a", encoding="utf-8") as federation:
        federation.write(SOURCE)
    monkeypatch.chdir(root)
    monkeypatch.setattr(fetched, "Fetcher", server.fetcher)
    return root


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["fetch", *arguments], catch_exceptions=False)
    return done.exit_code, done.output


def left(root: Path) -> dict[str, bytes]:
    """All files of the project but the lock of builds."""
    return {path: content for path, content in files(root).items() if path != ".planverk/lock"}


def test_nothing_is_taken_that_nobody_has_seen(root: Path, server: Server) -> None:
    server.answers = published()
    before = left(root)
    assert run()[0] == 1
    assert left(root) == before


@pytest.mark.parametrize("flow", [True, False])
def test_a_copy_is_made_pinned_read_and_checked(root: Path, server: Server, *, flow: bool) -> None:
    if not flow:
        text = (root / "plans/forbund.yml").read_text(encoding="utf-8")
        block = f"  - id: nabo\n    data: {INDEX}\n    navn: Nabo\n    nettsted: https://nabo.example/\n"
        (root / "plans/forbund.yml").write_text(
            text.split("kilder:")[0] + "kilder:\n" + block, encoding="utf-8"
        )
    server.answers = published()
    assert run("--update")[0] == 0
    loaded, found = examine(root)
    assert loaded.body
    assert [each for each in found if each.position.file.startswith("kilder")] == []
    (guest,) = loaded.body.guests
    (plan,) = guest.plans
    measure = plan.areas[0].measures[0]
    assert (guest.name, guest.language) == ("Fagforbundet Voss", "nn")
    assert (measure.text, measure.number) == ("Kreve «hele»: *stillinger*.", "1.1")
    assert plan.introduction == ("Ett: avsnitt.", "# Ett til.")
    assert [str(each) for each in measure.follows] == ["2024-2025/heltid/hele-stillinger"]
    assert run()[0] == 0


def test_what_is_new_is_taken_only_when_somebody_says_so(root: Path, server: Server) -> None:
    server.answers = published()
    run("--update")
    before = left(root)
    server.answers = published({**PLAN, "kilde": "En annen"})
    assert run()[0] == 1
    assert left(root) == before
    assert run("--update")[0] == 0
    assert left(root) != before
    assert load(root).body


def test_a_copy_that_somebody_changed_is_not_shown_and_comes_back(root: Path, server: Server) -> None:
    server.answers = published()
    run("--update")
    plan = root / "kilder/nabo/plans/fagforeninger/voss/2024-2025.yml"
    plan.write_text(plan.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    loaded, found = examine(root)
    assert loaded.body
    assert loaded.body.guests == ()
    assert "guest-changed" in {each.rule.name for each in found}
    assert run()[0] == 0
    assert "guest-changed" not in {each.rule.name for each in examine(root)[1]}


def _with(**values: object) -> dict[str, object]:
    return {**PLAN, **values}


def _deep(chapters: int) -> list[dict[str, object]]:
    parts: list[dict[str, object]] = []
    for _ in range(chapters):
        parts = [{"tittel": "Del", "deler": parts}]
    return parts


HOSTILE = {
    "no json": published(b"<html>"),
    "other json": published([]),
    "other kind": published(_with(skjema="urn:annet:1")),
    "another version": published(_with(skjema="urn:planverk:data:plan:2")),
    "another plan": published(_with(periode={"id": "2023"})),
    "no period": published(_with(periode="2024-2025")),
    "deep": published(b'{"skjema":' + b"[" * 100_000),
    "chapters in chapters": published(_with(kapitler=_deep(300))),
    "a former id that leads out": published(_with(tidligere=["../.."])),
    "what is gone elsewhere": published(
        _with(nedlagt=[{"adresse": "https://annen.example/x/", "grunn": "x"}])
    ),
    "what is gone that is a script": published(
        tidligere=[], nedlagt=[{"adresse": "javascript:alert(1)", "grunn": "x"}]
    ),
    "a number for a text": published(_with(kilde=7)),
    "a list for a text": published(_with(kilde=["a"])),
    "areas that are none": published(_with(omrader={"a": 1})),
    "an id that leads out": published(_with(omrader=[{"id": "../..", "eget": True, "tittel": "x"}])),
    "a union that leads out": published(id="../../plans"),
    "a union named with a slash": published(id="a/b"),
    "a file that leads out": published(planer=[{"id": "2024-2025", "fil": "../../../hemmelig.json"}]),
    "a file elsewhere": published(planer=[{"id": "2024-2025", "fil": "https://annen.example/plan.json"}]),
    "a plan that leads out": published(planer=[{"id": "../x", "fil": "planer/voss/2024-2025.json"}]),
    "another hash": published(
        planer=[{"id": "2024-2025", "fil": "planer/voss/2024-2025.json", "sha256": "0" * 64}]
    ),
    "the same plan twice": published(planer=[{"id": "2024-2025", "fil": "planer/voss/2024-2025.json"}] * 2),
    "no unions": {"/data/v1/indeks.json": Answer(b'{"skjema": "urn:planverk:data:indeks:1"}')},
    "nothing": {},
}


@pytest.mark.parametrize("answers", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_answer_changes_nothing(root: Path, server: Server, answers: dict[str, Answer]) -> None:
    before = left(root)
    server.answers = answers
    code, told = run("--update")
    assert code == 1
    assert told.strip()
    assert left(root) == before


def test_a_folder_that_holds_more_than_a_copy_is_left_alone(root: Path, server: Server) -> None:
    (root / "kilder/nabo/plans").mkdir(parents=True)
    (root / "kilder/nabo/plans/forbund.yml").write_text("navn: Nabo\n", encoding="utf-8")
    before = left(root)
    server.answers = published()
    assert run("--update")[0] == 1
    assert left(root) == before


def test_a_site_that_is_not_named_is_not_asked(root: Path, server: Server) -> None:
    assert root.is_dir()
    assert run("naabo")[0] == 2
    assert server.asked == []
