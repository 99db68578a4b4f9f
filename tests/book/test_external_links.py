"""A link to another site that is gone is found; one that has a bad moment is asked again."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tiny_book import BOOK, build_book

ROOT = BOOK.parent


@contextmanager
def other_site() -> Iterator[tuple[str, Counter]]:
    """Serve a site: one page is there, one is gone, one answers only the fourth request."""
    asked: Counter = Counter()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked[self.path] += 1
            fails = self.path == "/gone" or (self.path == "/tired" and asked[self.path] < 4)
            self.send_response(500 if fails else 200)
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def check(book: Path) -> tuple[int, str]:
    """Ask what `make links` asks; return the status and what is said."""
    [command] = re.findall(
        r"\$\(BIN\)/jupyter-book (.*linkcheck) book", (ROOT / "Makefile").read_text()
    )
    program = Path(sys.executable).with_name("jupyter-book")
    run = subprocess.run(
        [program, *command.split(), book],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, re.sub(r"\x1b\[[\d;]*m", "", run.stdout)


def test_a_page_that_is_gone_is_reported_and_one_with_a_bad_moment_is_not(tmp_path: Path):
    with other_site() as (site, asked):
        text = f"# A book\n\n[here]({site}/there), [late]({site}/tired)"
        book = build_book(tmp_path, {"index.md": text})
        assert book.returncode == 0, book.log
        assert not asked, "building the book asked another site"
        status, log = check(tmp_path)
        assert status == 0, log
        assert asked["/tired"] >= 4

        (tmp_path / "index.md").write_text(book_text(f"[no more]({site}/gone)"))
        status, log = check(tmp_path)
        assert status != 0
        assert re.search(r"index: line *\d+\) broken +.*/gone", log), log


def book_text(text: str) -> str:
    return f"---\ndescription: A page of a test.\n---\n# A book\n\n{text}\n"
