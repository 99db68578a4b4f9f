"""Share the tests out among processes (pytest -n) so that nothing is made twice."""

from __future__ import annotations

import pytest

MADE_ONCE = {"practice_site", "frontend"}
"""Fixtures that are slow to make, or that two processes may not make at the same time."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep together: the visits to one page, what shares a slow fixture, the rest of a file."""
    if not config.pluginmanager.hasplugin("xdist"):
        return
    for item in items:
        fixtures = MADE_ONCE.intersection(getattr(item, "fixturenames", ()))
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        page, *_ = parameters.get("visit") or [None]
        group = page or min(fixtures, default=item.path.as_posix())
        item.add_marker(pytest.mark.xdist_group(group))
