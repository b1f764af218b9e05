"""What all tests share: the flag that rewrites expectations, how Hypothesis runs, the finished site."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from generator.publish import alone
from tests.project import copy_project, planverk

settings.register_profile("planverk", parent=settings(), deadline=None)
settings.load_profile("planverk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write what the code says now to every expected.txt, and fail: read the difference first",
    )


@pytest.fixture
def update_expected(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-expected"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of the real plans, built once for all tests of all processes that look at it."""
    own = tmp_path_factory.getbasetemp()
    of_all = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    project = of_all / "the-site"
    with alone(of_all):
        if not (project / "site").exists():
            built = planverk(copy_project(project, translated=True), "build")
            assert built.returncode == 0, built.stderr
    return project / "site"
