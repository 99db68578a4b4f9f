"""The same text gives the same bytes, wherever and however often it is built."""

import shutil
from pathlib import Path

from tiny_book import HEAD, build_book, rebuild_book

PAGES = {
    "index.md": "# The book\n\nA formula $x$.\n",
    "page.md": HEAD.format(description="A figure.", more="")
    + """
# A page

```{code-cell} ipython3
from mlmath.figures import PlaneExplorer
PlaneExplorer(matrix=[[2, 1], [0, 1]])
```

:::{prf:proof}
By $\\sum_i x_i$.
:::

```{exercise}
An exercise without a label.
```
""",
}


def contents(site: Path) -> dict[str, bytes]:
    files = [file for file in site.rglob("*") if file.is_file()]
    return {str(file.relative_to(site)): file.read_bytes() for file in sorted(files)}


def test_two_folders_and_a_second_build_give_the_same_site(tmp_path):
    first = build_book(tmp_path / "here", PAGES)
    second = build_book(tmp_path / "somewhere" / "deeper", PAGES)
    assert contents(first.site) == contents(second.site)
    shutil.rmtree(first.site)
    from_cache = rebuild_book(first.folder)
    assert "Executing" not in from_cache.log
    assert contents(from_cache.site) == contents(second.site)
