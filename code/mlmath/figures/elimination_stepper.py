"""The elimination stepper: one row operation at a time, in exact fractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from html import escape
from numbers import Integral, Rational, Real
from typing import Any, ClassVar

import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.elimination_scene import WIDTH, elimination_scene, picture_height
from mlmath.figures.elimination_words import describe_elimination, matrix_words
from mlmath.figures.markup import LONG, button, checkbox, element, svg
from mlmath.figures.row_operations import (
    LARGEST_TYPED,
    Matrix,
    Operation,
    TooLong,
    after,
    fits,
    fraction,
    stage,
)
from mlmath.figures.shape_list import draw
from mlmath.figures.wording import Description

MOST_ROWS, MOST_COLUMNS, MOST_STEPS = 4, 8, 60


class EliminationStepper(Figure):
    """Gaussian elimination, one row operation at a time, on numbers that the reader may type.

    Parameters
    ----------
    matrix : (M, N) sequence of rows
        The whole matrix, right-hand columns included; up to 4 rows and 8 columns. Entries
        are whole numbers, fractions, decimals (a float is taken as it is written) or text
        like ``"1/3"``; numerators and denominators have at most 6 digits.
    augmented : int
        How many columns stand to the right of the bar: 0 for a matrix alone, 1 for a
        system, M for ``[A | I]``.
    pivoting : bool
        Whether the figure takes the entry of largest magnitude as pivot, not the first that
        is not 0.
    operations : sequence of row operations
        Steps that have been taken: ``("swap", 1, 2)``, ``("scale", 2, "1/3")`` and
        ``("add", 2, 1, "-3")``, which is row 2 − 3 × row 1.

    Examples
    --------
    >>> figure = EliminationStepper([[1, 2, 5], [3, 4, 11]])
    >>> figure.next_operation
    ('add', 2, 1, '-3')
    >>> figure.operations = [figure.next_operation]
    >>> figure.describe().sentence
    'Row 2 − 3 × row 1: the entry below the pivot becomes 0. The matrix is in row echelon form.'
    >>> figure.rows()
    (('1', '2', '5'), ('0', '-2', '-4'))
    """

    kind: ClassVar[str] = "elimination-stepper"

    matrix = traitlets.Any().tag(sync=True, state=True)
    operations = traitlets.Any(()).tag(sync=True, state=True)
    pivoting = traitlets.Bool(False).tag(sync=True, state=True)
    augmented = traitlets.Int(1).tag(sync=True, option=True)
    size = traitlets.Any(()).tag(sync=True, option=True)

    def __init__(
        self,
        matrix: Sequence[Sequence[Any]] = ((1, 1, 1, 6), (2, 2, -1, 3), (3, -1, 2, 7)),
        augmented: int = 1,
        *,
        pivoting: bool = False,
        operations: Sequence[Operation] = (),
        **widget: Any,
    ):
        # Traits are validated in no order of theirs: what others hang on is made good first.
        rows = _rows(matrix, _augmented(augmented))
        widget["size"] = (len(rows), len(rows[0]))
        super().__init__(
            augmented=augmented, matrix=rows, pivoting=pivoting, operations=operations, **widget
        )

    @traitlets.validate("augmented")
    def _check_augmented(self, proposal: Mapping) -> int:
        return _augmented(proposal["value"])

    @traitlets.validate("matrix")
    def _check_matrix(self, proposal: Mapping) -> tuple[tuple[str, ...], ...]:
        rows = _rows(proposal["value"], self.augmented)
        shape = (len(rows), len(rows[0]))
        if shape != tuple(self.size):
            raise traitlets.TraitError(
                f"matrix must keep its shape, {tuple(self.size)}; found {shape}"
            )
        return rows

    @traitlets.validate("operations")
    def _check_operations(self, proposal: Mapping) -> tuple[Operation, ...]:
        n_rows = len(self.matrix)
        operations = tuple(_operation(one, n_rows) for one in proposal["value"])
        if len(operations) > MOST_STEPS:
            raise traitlets.TraitError(
                f"operations must be at most {MOST_STEPS}; found {len(operations)}"
            )
        matrix = self._start()
        for number, operation in enumerate(operations, start=1):
            try:
                matrix = after(matrix, operation)
            except TooLong as error:
                raise traitlets.TraitError(
                    f"operations must keep the numbers short; operation {number} makes {error}"
                ) from None
        return operations

    @traitlets.observe("matrix")
    def _start_anew(self, change: Mapping) -> None:
        """Forget steps that the new matrix does not allow."""
        try:
            self._check_operations({"value": self.operations})
        except traitlets.TraitError:
            self.operations = ()

    @property
    def next_operation(self) -> Operation | None:
        """The operation of the next step; None in reduced row echelon form."""
        return stage(self._matrices()[-1], self._n_unknowns(), self.pivoting).next

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the matrix after all operations, its entries as text."""
        return tuple(tuple(map(str, row)) for row in self._matrices()[-1])

    def svg(self) -> str:
        """Return the static picture of the present state."""
        matrix = self._matrices()[-1]
        return svg(
            *draw(elimination_scene(matrix, self.operations, self._stage(), self.augmented)),
            width=WIDTH,
            height=picture_height(len(matrix)),
            label=matrix_words(matrix, self.augmented),
        )

    def controls(self) -> str:
        """Return the buttons of the steps, the row operations and the reader's own numbers."""
        steps = element(
            "div", button("next", "Next step"), button("back", "Back"), class_="mlf-row"
        )
        pivoting = checkbox("pivoting", "Largest entry as pivot", self.pivoting)
        return steps + pivoting + self._row_operations() + self._fields()

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        return describe_elimination(
            self._matrices(), self.operations, self._stage(), self.augmented
        )

    def _start(self) -> Matrix:
        return [[Fraction(entry) for entry in row] for row in self.matrix]

    def _matrices(self) -> list[Matrix]:
        """Return the matrix at the start and after each operation."""
        matrices = [self._start()]
        for operation in self.operations:
            matrices.append(after(matrices[-1], operation))
        return matrices

    def _n_unknowns(self) -> int:
        return len(self.matrix[0]) - self.augmented

    def _stage(self) -> Any:
        return stage(self._matrices()[-1], self._n_unknowns(), self.pivoting)

    def _row_operations(self) -> str:
        def line(*parts: str) -> str:
            return element("div", *parts, class_="mlf-row mlf-operation")

        def row(spoken: str, chosen: int) -> str:
            options = [
                element("option", f"R{i}", value=i, selected=i == chosen)
                for i in range(1, len(self.matrix) + 1)
            ]
            return element("select", *options, aria_label=spoken)

        def factor(value: str) -> str:
            return element(
                "input",
                type="text",
                class_="mlf-number",
                value=value,
                aria_label="factor",
                autocomplete="off",
                spellcheck="false",
            )

        def sign(text: str) -> str:
            return element("span", text)

        scale = line(
            row("row to multiply", 1), sign("×"), factor("2"), button("scale", "Scale")
        )
        if len(self.matrix) == 1:
            return scale
        add = line(
            row("row to change", 2),
            sign("+"),
            factor("−1"),
            sign("×"),
            row("row to add", 1),
            button("add", "Add"),
        )
        swap = line(row("one row", 1), sign("↔"), row("other row", 2), button("swap", "Swap"))
        return add + scale + swap

    def _fields(self) -> str:
        n_columns = len(self.matrix[0])
        cells = []
        for i, row in enumerate(self.matrix):
            for j, entry in enumerate(row):
                text = entry.replace("-", "−")
                bar = " mlf-bar" if self.augmented and j == n_columns - self.augmented else ""
                cells.append(
                    element(
                        "input",
                        type="text",
                        class_=f"mlf-number{' mlf-long' if len(text) > LONG else ''}{bar}",
                        value=text,
                        aria_label=f"start, row {i + 1}, column {j + 1}",
                        autocomplete="off",
                        spellcheck="false",
                        data_entry=f"{i}.{j}",
                    )
                )
        grid = element(
            "div",
            *cells,
            class_="mlf-own",
            style=f"grid-template-columns:repeat({n_columns},minmax(0,1fr))",
        )
        return element("div", escape("Your own numbers to start with:")) + grid


def _augmented(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value < MOST_COLUMNS:
        raise traitlets.TraitError(
            f"augmented must be from 0 to {MOST_COLUMNS - 1}; found {value!r}"
        )
    return value


def _rows(value: Any, augmented: int) -> tuple[tuple[str, ...], ...]:
    """Return the matrix as texts of fractions."""
    try:
        rows = tuple(tuple(map(_entry, row)) for row in value)
    except TypeError:
        raise traitlets.TraitError(
            f"matrix must be a sequence of rows; found {value!r}"
        ) from None
    lengths = sorted({len(row) for row in rows})
    if not 1 <= len(rows) <= MOST_ROWS or len(lengths) != 1:
        raise traitlets.TraitError(
            f"matrix must have 1 to {MOST_ROWS} rows of one length; found {len(rows)} rows "
            f"of lengths {lengths}"
        )
    if not augmented < lengths[0] <= MOST_COLUMNS:
        raise traitlets.TraitError(
            f"matrix must have {augmented + 1} to {MOST_COLUMNS} columns, {augmented} of them "
            f"on the right; found {lengths[0]}"
        )
    return rows


def _entry(value: Any) -> str:
    """Return an entry as the text of a fraction."""
    if isinstance(value, Integral | Rational) and not isinstance(value, bool):
        found = Fraction(int(value.numerator), int(value.denominator))
    elif isinstance(value, str | Real):
        text = value if isinstance(value, str) else _decimal(float(value))
        found = fraction(text)
    else:
        found = None
    if found is None:
        raise traitlets.TraitError(
            f"matrix must have whole numbers, fractions or decimals; found {value!r}"
        )
    if not fits(found, LARGEST_TYPED):
        raise traitlets.TraitError(
            f"matrix must have numerators and denominators of at most 6 digits; found {value}"
        )
    return str(found)


def _decimal(value: float) -> str:
    """Write a float in full; text that is no fraction for those too large or too small."""
    return f"{value:.12f}".rstrip("0").rstrip(".") if abs(value) < 1e12 else repr(value)


def _operation(value: Any, n_rows: int) -> Operation:
    problem = traitlets.TraitError(
        'operations must be like ("swap", 1, 2), ("scale", 2, "1/3") or ("add", 2, 1, "-3"), '
        f"with rows from 1 to {n_rows} and factors other than 0; found {value!r}"
    )
    try:
        kind, *rest = value
    except (TypeError, ValueError):
        raise problem from None
    wanted = {"swap": (2, 0), "scale": (1, 1), "add": (2, 1)}.get(kind)
    if wanted is None or len(rest) != sum(wanted):
        raise problem
    rows, factors = rest[: wanted[0]], rest[wanted[0] :]
    if not all(isinstance(row, int) and 1 <= row <= n_rows for row in rows):
        raise problem
    factor = [fraction(str(one)) for one in factors]
    if len(set(rows)) < len(rows) or not all(factor):
        raise problem
    return (kind, *rows, *map(str, factor))
