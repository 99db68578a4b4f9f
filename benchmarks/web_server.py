"""Serve the built book on this machine as a static host would: text compressed by gzip."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

SITE = Path(__file__).parents[1] / "book" / "_build" / "html"
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


def pages(site: Path = SITE) -> list[str]:
    """Return the book's pages without those that Sphinx or publishing adds, `index` first.

    Each is named by its place: ``chapters/linear-algebra/index``.
    """
    names = (
        str(file.relative_to(site).with_suffix("").as_posix()) for file in site.rglob("*.html")
    )
    found = {
        name
        for name in names
        if not name.startswith(("_", "404", "genindex", "search", "prf-"))
    }
    return sorted(found, key=lambda name: (name != "index", name))


class Handler(SimpleHTTPRequestHandler):
    """Answer GET with a file, compressed where that helps."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file of the site."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        squeeze = file.suffix in COMPRESSED
        body = contents(file, squeeze)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if squeeze:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@cache
def contents(file: Path, squeeze: bool) -> bytes:
    """Return what is sent for a file."""
    data = file.read_bytes()
    return gzip.compress(data, mtime=0) if squeeze else data


@contextmanager
def serve(site: Path = SITE) -> Iterator[str]:
    """Serve the site on a free port of this machine; give its address."""

    def handler(*args: Any) -> Handler:
        return Handler(*args, directory=str(site))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
