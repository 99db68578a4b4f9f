"""A question on a page with code can be read, and asked again, in the page's notebook."""

from __future__ import annotations

import re

import nbformat
import pytest
from test_notebook_export import HEAD, export, write_book

PAGE = (
    HEAD
    + r"""
```{code-cell} ipython3
print(1)
```

:::{question} a-choice
:kind: choice
:conceptual:
:hint: Draw *it*.

How many lines does a shear keep?

- [ ] none
  > Its axis stays.
- [x] $1$
:::

:::{question} a-matching
:kind: matching
:conceptual:

What belongs together?

- [x] $A$ → two
- [x] $B$ → one

Look.
:::

:::{question} a-figure
:kind: figure
:conceptual:
:figure: PlaneExplorer(x=(0, 0))

Move $\mathbf x$.

- [x] x_is_eigenvector

Anywhere.
:::

```{question-family} mlmath.practice.eigenvectors.lines_kept
:id: a-family
```

```{progress}
```

```{progress-tools}
```
"""
)


@pytest.fixture(scope="module")
def markdown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the text of the notebook of a page with questions."""
    folder = write_book(tmp_path_factory.mktemp("notebook"), {"page.md": PAGE})
    done = export(folder)
    assert done.returncode == 0, done.stdout
    notebook = nbformat.read(folder.parent / "notebooks" / "page.ipynb", as_version=4)
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def test_a_choice_has_its_letters_and_folds_hint_and_answer(markdown: str):
    assert "How many lines does a shear keep?\n\n- a) none\n- b) $1$\n" in markdown
    assert "<summary>Hint</summary>\n\nDraw *it*." in markdown
    assert "<summary>Solution</summary>\n\n**Answer:** b) $1$\n" in markdown
    assert "Its axis stays" not in markdown, "nobody gives a wrong answer here"


def test_a_matching_shows_both_sides(markdown: str):
    assert "- $A$\n- $B$\n\none · two\n" in markdown


def test_a_figure_and_a_family_come_with_the_code_that_asks_them(markdown: str):
    for code in re.findall(r"```python\n(.*?)```", markdown, re.DOTALL):
        exec(code, {})  # noqa: S102 -- the code of the page above
    assert "PlaneExplorer(x=(0, 0))" in markdown
    assert "ask(lines_kept)" in markdown


def test_nothing_of_the_page_s_own_markup_is_left(markdown: str):
    assert not re.search(r":::|\{question|\{progress|- \[|:kind:", markdown)
