"""The links of a fork must name the fork, and a token in a remote must not reach a page."""

import subprocess

import pytest
from repository import Repository, find_repository, from_remote

ADA = Repository("ada", "maths-book")


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/ada/maths-book",
        "https://github.com/ada/maths-book/",
        "https://github.com/ada/maths-book.git",
        "https://x-access-token:s3cret@github.com/ada/maths-book.git",
        "git@github.com:ada/maths-book.git",
        "ssh://git@github.com/ada/maths-book.git",
        "ssh://git@github.com:22/ada/maths-book",
    ],
)
def test_every_form_of_a_github_remote_names_the_repository(remote):
    assert from_remote(remote) == ADA


@pytest.mark.parametrize(
    "remote",
    [
        "",
        "/srv/git/maths-book",
        "file:///srv/git/maths-book",
        "https://gitlab.com/ada/maths-book",
        "https://notgithub.com/ada/maths-book",
        "https://github.com/ada",
        "https://github.com.example.org/ada/maths-book",
    ],
)
def test_a_remote_elsewhere_names_none(remote):
    assert from_remote(remote) is None


def test_a_name_with_dots_keeps_them():
    assert from_remote("https://github.com/ada/ada.github.io.git").name == "ada.github.io"


def test_the_workflow_environment_wins_over_the_remote(tmp_path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    origin = "https://github.com/upstream/maths-book"
    subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", origin], check=True)
    assert find_repository(tmp_path, {}) == Repository("upstream", "maths-book")
    assert find_repository(tmp_path, {"GITHUB_REPOSITORY": "ada/maths-book"}) == ADA


def test_a_folder_without_git_or_remote_has_none(tmp_path):
    assert find_repository(tmp_path, {}) is None
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    assert find_repository(tmp_path, {}) is None


def test_pages_address_of_a_project_and_of_a_person():
    assert ADA.pages_url == "https://ada.github.io/maths-book/"
    assert Repository("Ada", "Ada.github.io").pages_url == "https://ada.github.io/"
