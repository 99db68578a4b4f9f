"""The benchmark must judge both sides by an error that a right answer keeps small."""

from __future__ import annotations

import numpy as np
import pytest
from linear_algebra import TASKS


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_right_answers_have_small_errors_and_wrong_ones_large(task):
    data = task.data(np.random.default_rng(10), 10)
    for function in (task.ours, task.theirs):
        assert task.error(function(*data), *data) < 1e-8

    def spoilt(result):
        if isinstance(result, tuple):
            return tuple(map(spoilt, result))
        return result + 1

    assert task.error(spoilt(task.theirs(*data)), *data) > 1e-3
