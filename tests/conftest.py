"""What all tests share: the flag that rewrites expectations, and how Hypothesis runs."""

import pytest
from hypothesis import settings

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
