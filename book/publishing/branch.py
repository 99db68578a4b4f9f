"""Push a folder as the only commit of a branch, if the branch does not have it already."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

IDENTITY = {
    "GIT_AUTHOR_NAME": "github-actions[bot]",
    "GIT_AUTHOR_EMAIL": "41898282+github-actions[bot]@users.noreply.github.com",
}


def push(repository: Path, folder: Path, branch: str, remote: str = "origin") -> bool:
    """Make a branch of the remote hold the folder; return whether it had to be pushed.

    The branch has no history: each state replaces the one before, and its commit has the
    date of the commit that it was made from.
    """
    with tempfile.TemporaryDirectory() as scratch:
        environment = os.environ | IDENTITY | {"GIT_INDEX_FILE": f"{scratch}/index"}

        def git(*arguments: str) -> str:
            run = subprocess.run(
                ["git", "-C", str(repository), *arguments],
                env=environment,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                check=True,
            )
            return run.stdout.strip()

        git(f"--work-tree={folder.resolve()}", "add", "--all", "--force", ":/")
        tree = git("write-tree")
        if git("ls-remote", remote, f"refs/heads/{branch}"):
            git("fetch", "--quiet", "--depth=1", remote, f"refs/heads/{branch}")
            if git("rev-parse", "FETCH_HEAD^{tree}") == tree:
                return False
        source, date = git("log", "-1", "--format=%H %cI").split()
        environment["GIT_AUTHOR_DATE"] = environment["GIT_COMMITTER_DATE"] = date
        environment["GIT_COMMITTER_NAME"] = IDENTITY["GIT_AUTHOR_NAME"]
        environment["GIT_COMMITTER_EMAIL"] = IDENTITY["GIT_AUTHOR_EMAIL"]
        commit = git("commit-tree", tree, "-m", f"Notebooks of {source}")
        git("push", "--quiet", "--force", remote, f"{commit}:refs/heads/{branch}")
        return True
