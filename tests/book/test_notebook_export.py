"""A learner who opens a notebook reads the page, not its markup, and every cell runs."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml
from nbclient import NotebookClient

BOOK = Path(__file__).parents[2] / "book"
EVERYTHING = Path(__file__).parent / "everything"
FRONT = "---\ndescription: The front page.\n---\n\n# Front\n"
HEAD = """\
---
file_format: mystnb
kernelspec: {name: python3, display_name: Python 3}
description: A page.
---

# Page

"""


def write_book(root: Path, pages: dict[str, str] | None = None) -> Path:
    """Write a book with the real configuration: the pages given, or one of everything."""
    folder = root / "book"
    if pages is None:
        shutil.copytree(EVERYTHING, folder)
    else:
        folder.mkdir()
        for name, text in {"index.md": FRONT, **pages}.items():
            (folder / name).write_text(text, encoding="utf-8")
        toc = {"format": "jb-book", "root": "index", "chapters": [{"file": x} for x in pages]}
        (folder / "_toc.yml").write_text(yaml.safe_dump(toc), encoding="utf-8")
    config = yaml.safe_load((BOOK / "_config.yml").read_text(encoding="utf-8"))
    if pages is not None:
        config.pop("bibtex_bibfiles", None)
        config["sphinx"]["config"].pop("bibtex_reference_style", None)
    config["sphinx"]["local_extensions"] = {
        name: str(BOOK / path) for name, path in config["sphinx"]["local_extensions"].items()
    }
    macros = {r"\R": r"\mathbb{R}", r"\norm": r"\lVert #1 \rVert"}
    config["sphinx"]["config"] |= {"katex_macros": macros, "numfig_secnum_depth": 1}
    (folder / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder


def export(folder: Path, *options: str) -> subprocess.CompletedProcess:
    """Run the command that `make notebooks` runs."""
    return subprocess.run(
        [sys.executable, BOOK / "export_notebooks.py", folder, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return the folder of a book with everything, its notebooks written."""
    root = tmp_path_factory.mktemp("everything")
    result = export(write_book(root))
    assert result.returncode == 0, result.stdout
    return root


@pytest.fixture(scope="module")
def notebook(root):
    """Return the notebook of the page with everything."""
    return nbformat.read(root / "notebooks" / "page.ipynb", 4)


@pytest.fixture(scope="module")
def text(notebook):
    """Return all its Markdown."""
    return "\n\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")


def code_cell(notebook, start: str):
    """Return the code cell that begins so."""
    (cell,) = [
        c for c in notebook.cells if c.cell_type == "code" and c.source.startswith(start)
    ]
    return cell


def test_every_page_with_code_has_a_notebook_at_the_same_path_and_no_other(root):
    files = (root / "notebooks").rglob("*.ipynb")
    names = sorted(path.relative_to(root / "notebooks").as_posix() for path in files)
    assert names == ["page.ipynb", "sub/other.ipynb"]


def test_the_notebook_runs_from_top_to_bottom(notebook, tmp_path):
    client = NotebookClient(
        nbformat.from_dict(notebook),
        resources={"metadata": {"path": str(tmp_path)}},
        shutdown_kernel="immediate",
    )
    client.execute()


def test_no_markup_of_the_book_is_left(text):
    assert not re.search(r"^\s*:{3,}|\{[a-z:-]+\}`|^\([\w-]+\)=|^\+\+\+", text, re.MULTILINE)
    assert "description" not in text
    assert "teaches" not in text
    assert not re.search(r"\b(thm-one|sec-two|ex-one|sol-one|fig-line|eq-one)\b", text)


def test_the_first_cell_has_the_title_and_the_book(notebook):
    title, origin = notebook.cells[0].source.split("\n\n")[:2]
    assert title == "# 1. A page with everything"
    assert origin.startswith("From the book *Mathematics for Machine Learning*.")


@pytest.mark.parametrize(
    "words",
    [
        "*emphasis*, **strong**, `code`, a_b, \\_c\\_, *d*, 3 \\* 4,",
        "[link](https://example.org/a_b?c=1)",
        "eigenvector, ",
        "[The other page](sub/other.ipynb)",
        "*Glossary*, Fig. 1.1, Picture 1.2, (1.1)",
        "Theorem 1.1, Exercise 1.1",
        "Section two, Table 1.1. A price of \\$5,",
        r"$\lVert x \rVert$ in $\mathbb{R}$ and $a < b$, H<sub>2</sub>O, x<sup>2</sup>, `Ctrl`",
        "a footnote<sup>1</sup>, not \\[a\\] link",
        "and 1 &lt;b> 2.",
        "## 1.1. Section two\n",
        "The value is 3.14.",
        "**Fig. 1.1** A line $y = x$.",
        "![A picture of it](../book/picture.svg)\n\n**Fig. 1.2** What to see in it.",
        "> **After this page you can**\n>\n> - decide $x$;\n> - name.",
        "> **Theorem 1.1 (Spectral)**\n>\n> If $A = A^{\\mathsf T}$:\n>\n> $$x = y$$",
        "*Proof.* Take $x$.\n\nThen $y$. $\\square$",
        "> **Algorithm 1.1**\n>\n> 1. First\n> 2. Second\n>    - nested",
        "> **Example**\n>\n> Nothing.",
        "| a | b |\n| --- | --: |\n| $x$ | `y` |",
        "**Table 1.1** Small numbers\n\n| $\\vert A\\vert $ | B |\n| --- | --- |\n| 1 | 2 |",
        "> A quote.",
        "> $$1 + 1$$\n>\n> <details>\n> <summary>Answer is $2$</summary>\n>\n> Yes $x$.",
        "<details>\n<summary>Note</summary>\n\nA hidden note.\n\n</details>",
        "**By hand**\n\nFirst tab.\n\n**In code**\n\nSecond tab.",
        "**Card**\n\nIts body.\n\n→ [The other page](sub/other.ipynb)\n\nPlain item.",
        '**Listing 1.1** The function\n\n```python\ndef f(x):\n    """Return what came in."""',
        "```python\ndef fix_signs(",
        "- **Term**: Its definition $x$.",
        "1. one\n\n2. two\n\n   ```python\n   x = 1\n   ```",
        "<sup>1</sup> The note.",
        "> **In the margin**\n>\n> Text beside.",
        "### Exercise 1.1 (Check four vectors)\n\nWhich?\n\n<details>\n<summary>Hint</summary>",
        "<details>\n<summary>Solution to Exercise 1.2</summary>\n\nProved.\n\n</details>",
        "> **See also**\n>\n> Another place.",
    ],
    ids=lambda words: re.sub(r"\W+", "-", words).strip("-")[:30],
)
def test_each_construct_of_the_book_reads_well(text, words):
    assert words in text


def test_a_numbered_equation_shows_its_number_and_no_comment(text):
    formula = "$$\n\\begin{aligned}\na &= b \\\\\nc &= \\lVert d \\rVert\n\\end{aligned}\n\\tag{1.1}\n$$"
    assert formula in text


def test_what_is_cited_is_listed_at_the_end(notebook, text):
    last = notebook.cells[-1].source
    assert last.startswith("## References\n\n- ")
    assert "Ronald A. Fisher. The use of multiple measurements" in last
    assert "A \\$5 introduction to linear algebra" in last
    for label in re.findall(r"^- (\\\[.+?\\\])", last, re.MULTILINE):
        assert label in text.removesuffix(last), "the text must use the list's label"


def test_hidden_cells_stay_out(notebook):
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    assert "glue" not in code
    assert "assert True" not in code


def test_a_page_links_to_the_notebook_beside_it(root):
    notebook = nbformat.read(root / "notebooks" / "sub" / "other.ipynb", 4)
    assert notebook.cells[0].source.endswith(
        "Back to [A page with everything](../page.ipynb), to [Section two](../page.ipynb), "
        "[(1.1)](../page.ipynb) and *Glossary*."
    )


def test_a_solution_with_code_is_folded_and_ends_where_the_next_heading_begins(notebook):
    sources = [cell.source for cell in notebook.cells]
    start = sources.index("#### Solution to Exercise 1.1 (Check four vectors)")
    heading = notebook.cells[start]
    assert heading.metadata["jp-MarkdownHeadingCollapsed"] is True
    assert heading.id in notebook.metadata.colab.collapsed_sections
    assert [source.split("\n")[0] for source in sources[start + 1 : start + 5]] == [
        "These.",
        "print(np.array([1.5, 2]))",
        "Done.",
        "### Exercise 1.2",
    ]


def test_a_folded_solution_never_hides_the_text_after_it(notebook):
    sources = [cell.source for cell in notebook.cells]
    (start,) = [
        i for i, s in enumerate(sources) if s.startswith("#### Solution to Exercise 1.2")
    ]
    assert "jp-MarkdownHeadingCollapsed" not in notebook.cells[start].metadata
    (after,) = [s for s in sources if "After the solution comes a paragraph." in s]
    assert after.startswith("---\n\n")


def test_outputs_are_text_and_nothing_else(notebook):
    picture = code_cell(notebook, "plt.plot")
    assert [output.data for output in picture.outputs] == [
        {"text/plain": "<Figure size 640x480 with 1 Axes>"}
    ]
    assert code_cell(notebook, "print(np").outputs[0].text == "[1.5 2. ]\n"
    assert code_cell(notebook, "1 / 0").outputs[0].traceback == [
        "ZeroDivisionError: division by zero"
    ]
    hidden = code_cell(notebook, "from IPython")
    assert hidden.metadata.jupyter.source_hidden
    assert hidden.outputs[0].data["text/html"] == "<b>bold</b>"


def test_cells_are_counted_from_one_and_named_apart(notebook):
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_the_same_pages_give_the_same_bytes(root, tmp_path):
    export(write_book(tmp_path))
    for path in (root / "notebooks").rglob("*.ipynb"):
        twin = tmp_path / "notebooks" / path.relative_to(root / "notebooks")
        assert path.read_bytes() == twin.read_bytes(), path.name


def test_a_published_notebook_links_to_the_site_and_installs_the_package(root, tmp_path):
    site, setup = "https://example.org/book", "%pip install mlmath"
    result = export(root / "book", "--to", tmp_path, "--site", f"{site}/", "--setup", setup)
    assert result.returncode == 0, result.stdout
    notebook = nbformat.read(tmp_path / "page.ipynb", 4)
    text = "\n".join(cell.source for cell in notebook.cells)
    assert notebook.cells[1].source == setup
    assert f"[This page on the web]({site}/page.html)" in notebook.cells[0].source
    assert f"[The other page]({site}/sub/other.html)" in text
    assert f"[Glossary]({site}/glossary.html)" in text
    assert f"]({site}/_images/picture.svg)" in text


def test_a_notebook_that_lags_behind_is_named_with_the_way_to_mend_it(root, tmp_path):
    copy = shutil.copytree(root, tmp_path / "copy")
    assert export(copy / "book", "--check").returncode == 0
    page = copy / "book" / "page.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("Nothing.", "Something."), encoding="utf-8")
    (copy / "notebooks" / "sub" / "other.ipynb").rename(copy / "notebooks" / "old.ipynb")
    before = (copy / "notebooks" / "page.ipynb").read_bytes()

    result = export(copy / "book", "--check")

    assert result.returncode == 1
    assert "notebooks/page.ipynb lags behind book/page.md" in result.stdout
    assert 'the page gives    "> Something.' in result.stdout
    assert "notebooks/sub/other.ipynb is missing: book/sub/other.md has code" in result.stdout
    assert "notebooks/old.ipynb: no page book/old.md" in result.stdout
    assert "Run `make notebooks`" in result.stdout
    assert (copy / "notebooks" / "page.ipynb").read_bytes() == before

    assert export(copy / "book").returncode == 0
    assert export(copy / "book", "--check").returncode == 0
    assert not (copy / "notebooks" / "old.ipynb").exists()


UNKNOWN = [
    ('Text <span class="x">inline</span>.', "raw is a construct that it does not know"),
    ("<div>block</div>", "raw is a construct that it does not know"),
    ("{download}`shown.py`", "download_reference is a construct that it does not know"),
    ("```{centered} loud\n```", "centered is a construct that it does not know"),
    ("```{container} odd\nText.\n```", "the container 'odd' is a construct that it does not"),
    ("![out](https://example.org/x.png)", "a picture from another site"),
]


def test_what_it_cannot_write_is_refused_with_file_and_line(tmp_path):
    text, lines = HEAD, []
    for construct, _ in UNKNOWN:
        lines.append(len(text.splitlines()) + 1)
        text += f"{construct}\n\n"
    folder = write_book(tmp_path, {"page.md": text})
    (folder / "shown.py").write_text("")
    result = export(folder)
    assert result.returncode == 1
    for (_, message), line in zip(UNKNOWN, lines, strict=True):
        warning = f"/page.md:{line}: WARNING: notebook export: {message}"
        assert warning in result.stdout, f"{warning} is missing in\n{result.stdout}"
    assert not (tmp_path / "notebooks").exists()
    assert export(folder).returncode == 1, "a second try must not pass in silence"


BAD_CELLS = {
    "hidden": (
        "```{code-cell}\n:tags: [remove-cell]\nx = 1\n```\n\n```{code-cell}\nprint(x)\n```\n",
        "'x' is defined in the hidden cell at line 9",
        14,
    ),
    "glue": (
        "```{code-cell}\nfrom myst_nb import glue\n```\n",
        "a cell that glues must be tagged remove-cell",
        9,
    ),
    "invisible": (
        "```{code-cell}\n:tags: [remove-input, remove-output]\ny = 1\n```\n",
        "the cell does not appear on the page",
        9,
    ),
    "address": (
        "```{code-cell}\nobject()\n```\n",
        "an output shows where something lies in memory: at 0x",
        9,
    ),
}


def test_cells_that_a_learner_could_not_run_or_compare_are_refused(tmp_path):
    pages = {f"{name}.md": HEAD + text for name, (text, _, _) in BAD_CELLS.items()}
    result = export(write_book(tmp_path, pages))
    assert result.returncode == 1
    for name, (_, message, line) in BAD_CELLS.items():
        assert re.search(
            rf"/{name}\.md:{line}: WARNING: {re.escape(message)}", result.stdout
        ), f"{name}: {message} is missing in\n{result.stdout}"


def test_the_notebook_is_plain_json_without_traces_of_this_machine(root):
    for path in (root / "notebooks").rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert str(root) not in text
        assert set(json.loads(text)["metadata"]) <= {"kernelspec", "language_info", "colab"}
