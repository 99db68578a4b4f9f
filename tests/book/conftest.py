"""Two tiny books that most tests of the build look at: a sound one and a careless one."""

from __future__ import annotations

import pytest
from tiny_book import HEAD, TinyBook, build_book

SOUND_PAGE = r"""
# Shears

A shear, $A\mathbf x = \lambda\mathbf x$, is a **map**; see {eq}`eq-eigen`, {numref}`fig-dot` and
{prf:ref}`thm-shear`.

$$
A\mathbf x = \lambda\mathbf x
$$ (eq-eigen)

$$
\begin{align*} a &= b\\ c &= d \end{align*}
$$

A macro of the book: $\half$.

:::{prf:theorem} One line
:label: thm-shear
A shear has one eigenline.
:::

:::{prf:proof}
By looking.
:::

:::{prf:proof}
By calculating.
:::

```{rubric} An aside
:heading-level: 2
```

## Pictures and code

:::{figure} dot.svg
:alt: a black dot
:name: fig-dot

A dot.
:::

![a second dot](dot.svg)

```{code-cell} ipython3
print(1 + 1)
```

```{code-cell} ipython3
:tags: [hide-input]
print("<hidden>")
```

| a | b |
|---|---|
| 1 | 2 |

## Exercises

```{exercise} A line
:label: exr-line
Find the line of $A$.
```

```{dropdown} Hint
Look.
```

````{solution} exr-line
:class: dropdown
It lies.
````

```{exercise} Another line
:label: exr-another
Find another.
```

````{solution} exr-another
:class: dropdown
There is none.
````

:::{admonition} More
:class: dropdown
Hidden.
:::
"""

CARELESS_PAGE = r"""
# Careless

Here is $\frac{1}{2$ inside
a paragraph with another $\nonsense$.

$$
\begin{aligned}
a &= b \\
c &= \undefined
\end{aligned}
$$

$$
\begin{align} a &= b \end{align}
$$

Text $$
x
$$ goes on.

![](dot.svg)

:::{figure} dot.svg
A caption is no alternative.
:::

![dot.svg](dot.svg)

```{code-cell} ipython3
from matplotlib import pyplot
pyplot.plot([1, 2]);
```

[a page](no-page.md) and {doc}`no-document`

{ref}`no-label` and [a place](#no-place)

{eq}`no-equation` and {term}`no-term`
"""

DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle r="9"/></svg>'

SYLLABUS = """\
first:
- {id: first/linear-algebra/1/lecture-shears, kind: lecture, title: "Shears", page: maps/shears}
- {id: first/linear-algebra/1/quiz-shears, kind: quiz, title: "Quiz on shears", page: maps/practice}
- {id: first/linear-algebra/2/lecture-careless, kind: lecture, title: "Care", page: maps/careless}
second:
- {id: second/calculus/1/topic-slopes, kind: topic, title: "Slopes", page: slopes/}
"""


@pytest.fixture(scope="session")
def sound_book(tmp_path_factory: pytest.TempPathFactory) -> TinyBook:
    """Return a book that is as it should be."""
    pages = {
        "index.md": "# The book\n\nWords, no formula.\n",
        "chapters/maps/shears.md": HEAD.format(
            description="What a shear leaves alone.",
            more="teaches: [first/linear-algebra/1/lecture-shears]",
        )
        + SOUND_PAGE,
        "cards.md": "# Cards\n\n::::{grid} 1\n:::{grid-item-card} A card\nText\n:::\n::::\n",
        "map.md": "# Map\n\n```{syllabus-map}\n```\n",
        "chapters/maps/dot.svg": DOT,
        "syllabus.yml": SYLLABUS,
    }
    folder = tmp_path_factory.mktemp("sound")
    return build_book(folder, pages, katex_macros={r"\half": r"\tfrac12"})


@pytest.fixture(scope="session")
def careless_book(tmp_path_factory: pytest.TempPathFactory) -> TinyBook:
    """Return a book with the mistakes that a contributor makes."""
    pages = {
        "index.md": "---\ntitle: no description\n---\n\n# The book\n",
        "chapters/maps/careless.md": HEAD.format(
            description="Mistakes.",
            more="teaches:\n"
            "  - first/linear-algebra/2/lecture-careless\n"
            "  - first/linear-algebra/2/lecture-unheard-of\n"
            "  - second/calculus/1/topic-slopes",
        )
        + CARELESS_PAGE,
        "chapters/maps/dot.svg": DOT,
        "syllabus.yml": SYLLABUS,
    }
    return build_book(tmp_path_factory.mktemp("careless"), pages)
