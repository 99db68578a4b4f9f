"""A Content-Security-Policy on every page: it loads and runs what the book brought, no more.

Each script that stands in a page is allowed by its hash. Styles may stand in a page, because
KaTeX places the parts of a formula with them. There is no server to send the policy as a
header, so it stands in the page, before anything that it rules.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CHARSET = '<meta charset="utf-8">'
POLICY = re.compile(r'\n<meta http-equiv="Content-Security-Policy"[^>]*>')
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
DATA_TYPE = re.compile(r'\btype="(?!text/javascript|module)[^"]*"')


def policy(page: str) -> str:
    """Return the policy that allows the scripts of this page."""
    hashes = []
    for attributes, body in SCRIPT.findall(page):
        if "src=" not in attributes and not DATA_TYPE.search(attributes):
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            source = f"'sha256-{digest}'"
            if source not in hashes:
                hashes.append(source)
    rules = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join([rule, *sources]) for rule, sources in rules.items())


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    for file in sorted(Path(app.outdir).rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        bare = POLICY.sub("", text, count=1)
        meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy(bare)}">'
        new = bare.replace(CHARSET, CHARSET + meta, 1)
        if new != text:
            file.write_text(new, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("build-finished", finish, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
