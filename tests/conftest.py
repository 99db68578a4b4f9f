"""Share the tests out among processes (pytest -n) so that nothing is made twice."""

from __future__ import annotations

import pytest


def group(nodeid: str) -> str:
    """Name what one process should do.

    A visit to a page; the book of all questions; what installs the tools of the frontend, which
    two processes may not do at once; and any other file.
    """
    file, _, test = nodeid.partition("::")
    folder, _, name = file.rpartition("/")
    if name in ("test_pages.py", "test_without_scripts.py"):
        return test.partition("[")[2]
    if name in ("test_bundle.py", "test_practice_bundle.py"):
        return f"{folder}/frontend"
    return folder if folder.endswith("browser/practice") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Schedule by these groups."""
    from xdist.scheduler import LoadScopeScheduling

    scheduling = LoadScopeScheduling(config, log)
    scheduling._split_scope = group
    return scheduling
