"""The benchmark must compare like with like: the same web, the same ranks, to the tolerance."""

import numpy as np
import pagerank as benchmark
import pytest


@pytest.fixture(scope="module")
def web():
    source, target = benchmark.random_web(2000, 9000)
    return source, target, 2000, benchmark.reference(source, target, 2000)


def test_the_web_has_what_real_webs_have(web):
    source, target, n_pages, _ = web
    assert source.size == target.size == 9000
    assert len(set(zip(source.tolist(), target.tolist(), strict=True))) == 9000
    assert np.setdiff1d(np.arange(n_pages), source).size >= n_pages // 10  # dangling
    assert np.bincount(target).max() > 50 * 9000 / n_pages  # a heavy tail


@pytest.mark.parametrize("name", ["mlmath", "scikit-network, RH", "igraph", "NetworkX"])
def test_every_library_in_the_race_reaches_the_tolerance(web, name):
    source, target, n_pages, exact = web
    ranks, _ = benchmark.LIBRARIES[name](source, target, n_pages)
    assert np.abs(ranks - exact).sum() <= 5 * benchmark.TOLERANCE


def test_the_default_of_scikit_network_is_out_of_the_race_for_a_reason(web):
    source, target, n_pages, exact = web
    ranks, _ = benchmark.LIBRARIES["scikit-network, default"](source, target, n_pages)
    assert np.abs(ranks - exact).sum() > 0.01
    # Without dangling pages it agrees: the difference is not one of convention elsewhere.
    linked = np.arange(n_pages)
    source, target = np.append(source, linked), np.append(target, (linked + 1) % n_pages)
    exact = benchmark.reference(source, target, n_pages)
    ranks, _ = benchmark.LIBRARIES["scikit-network, default"](source, target, n_pages)
    assert np.abs(ranks - exact).sum() <= 5 * benchmark.TOLERANCE


def test_the_table_is_printed(monkeypatch, capsys):
    monkeypatch.setattr(benchmark, "SECONDS", 0.01)
    monkeypatch.setattr("sys.argv", ["pagerank.py", "500", "2000"])
    monkeypatch.setattr(benchmark, "in_own_process", benchmark.measure)
    benchmark.main()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" | ")[0] for line in lines if line.startswith("| ")] == [
        "| Library",
        *(f"| {name}" for name in benchmark.LIBRARIES),
    ]
    assert lines[-1].startswith("mlmath, 2,500 pages and 10,000 links: ")
