"""Galton's table is the one that he printed."""

import numpy as np
from mlmath.data import galton_heights

# As printed in Table I of 1886: "Total number of adult children" (tallest parents first), "Totals".
PRINTED_ROWS = [4, 19, 43, 68, 183, 219, 211, 78, 66, 23, 14]
PRINTED_COLUMNS = [5, 7, 32, 59, 48, 117, 138, 120, 167, 99, 64, 41, 17, 14]
# "Medians" of the children, for mid-parents from 72.5 down to 64.5.
PRINTED_MEDIANS = [72.2, 69.9, 69.5, 68.9, 68.2, 67.6, 67.2, 66.7, 65.8]


def test_the_totals_are_the_printed_ones():
    counts = galton_heights().counts
    assert counts.shape == (11, 14)
    assert counts.sum(axis=1)[::-1].tolist() == PRINTED_ROWS
    assert counts.sum(axis=0).tolist() == PRINTED_COLUMNS
    assert counts.sum() == 928


def test_the_medians_are_the_printed_ones():
    # They depend on where in a row its children stand, which the totals do not show.
    table = galton_heights()
    for row, median in zip(table.counts[1:-1][::-1], PRINTED_MEDIANS, strict=True):
        below = np.concatenate([[0], np.cumsum(row)])
        half = row.sum() / 2
        at = np.searchsorted(below, half, side="right") - 1
        found = table.children_edges[at - 1] + (half - below[at]) / row[at]
        assert abs(found - median) < 0.35


def test_the_children_are_about_as_tall_and_as_different_as_galton_found():
    table = galton_heights()
    middles = [61.2, *table.children, 74.2]  # open classes as if they were one inch wide
    heights = np.repeat(middles, table.counts.sum(axis=0))
    assert abs(heights.mean() - 68.1) < 0.05
    assert abs(heights.std() - 2.5) < 0.1


def test_the_open_classes_are_missing_from_the_densities():
    table = galton_heights()
    assert table.children_density.shape == (12,)
    assert np.allclose(table.children_edges, np.arange(61.7, 74, 1))
    assert np.isclose(table.children_density.sum(), 1 - (5 + 14) / 928)


def test_a_table_that_was_changed_does_not_change_the_next():
    galton_heights().counts[:] = 0
    assert galton_heights().counts.sum() == 928
