"""Which GitHub repository the book is built from, for the links that name it.

Owner and repository stand nowhere in the source. They come from the environment of a
workflow, else from the git remote; where neither names a repository on GitHub, the book
is built without such links.
"""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

GITHUB = re.compile(
    r"""^(?:https?://(?:[^/@]+@)?github\.com/      # https, a token before the @ is passed over
        |ssh://(?:[^/@]+@)?github\.com(?::\d+)?/   # ssh with a scheme
        |(?:[^/@:]+@)?github\.com:)                # ssh as git writes it
        (?P<slug>[\w.-]+/[\w.-]+?)(?:\.git)?/?$""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub and where its Pages publish."""

    owner: str
    name: str

    @property
    def url(self) -> str:
        """The address of the repository."""
        return f"https://github.com/{self.owner}/{self.name}"

    @property
    def pages_url(self) -> str:
        """The address at which GitHub Pages publishes it."""
        host = f"{self.owner.lower()}.github.io"
        return (
            f"https://{host}/" if self.name.lower() == host else f"https://{host}/{self.name}/"
        )


def from_remote(url: str) -> Repository | None:
    """Return the repository that a git remote names, None if it is not on GitHub."""
    match = GITHUB.match(url.strip())
    return Repository(*match["slug"].split("/")) if match else None


def find_repository(folder: Path, environ=os.environ) -> Repository | None:
    """Return the repository of a folder: `GITHUB_REPOSITORY`, else the remote `origin`."""
    if slug := environ.get("GITHUB_REPOSITORY"):
        return Repository(*slug.split("/"))
    return from_remote(git(folder, "config", "--get", "remote.origin.url"))


def git(folder: Path, *arguments: str) -> str:
    """Return what git prints, or nothing where there is no git or no checkout."""
    try:
        run = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return run.stdout.strip()
