"""A page may run what the book put into it, and nothing that somebody else did."""

import base64
import hashlib
import re

from content_security import policy


def source(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def scripts_allowed(page: str) -> list[str]:
    rules = dict(rule.split(" ", 1) for rule in policy(page).split("; "))
    return rules["script-src"].split()


def test_a_script_in_the_page_is_allowed_by_its_hash():
    assert scripts_allowed("<script>a()</script>") == ["'self'", source("a()")]


def test_a_script_in_a_file_is_allowed_as_the_books_own():
    assert scripts_allowed('<script defer src="a.js"></script>') == ["'self'"]


def test_data_does_not_run_and_needs_no_hash():
    assert scripts_allowed('<script type="application/json">{}</script>') == ["'self'"]


def test_the_same_script_twice_is_named_once():
    assert scripts_allowed("<script>a()</script><script>a()</script>") == [
        "'self'",
        source("a()"),
    ]


def test_every_page_has_one_policy_before_anything_it_rules(sound_book):
    for name in ("index", "chapters/maps/shears", "search"):
        html = sound_book.page(name)
        found = re.findall(
            '<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html
        )
        assert len(found) == 1
        first = min(html.index(one) for one in ("<script", "<link", "<title"))
        assert html.index("Content-Security-Policy") < first
        for script in re.findall(r"<script>(.*?)</script>", html, re.DOTALL):
            assert source(script) in found[0]
        assert "default-src 'self'" in found[0]
        assert "http" not in found[0]
