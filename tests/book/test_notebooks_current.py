"""The notebooks in the repository are those that the pages give."""

import subprocess
import sys
from pathlib import Path

BOOK = Path(__file__).parents[2] / "book"


def test_no_notebook_lags_behind_its_page():
    result = subprocess.run(
        [sys.executable, BOOK / "export_notebooks.py", "--check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout
