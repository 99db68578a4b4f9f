"""Measure PageRank from two arrays of page numbers to the ranks, against three libraries.

Every library starts from the same arrays of sources and targets, builds its own graph in the
fastest way its documentation names, and ranks to the same tolerance: a last step that changes
the ranks by at most 1e-10 in total. Each runs in a process of its own. The errors are taken
from a reference that shares no code with any of them. Prints a table in Markdown.

    python benchmarks/pagerank.py
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from functools import partial

import numpy as np

PAGES, LINKS = 200_000, 2_000_000
TOLERANCE = 1e-10
DAMPING = 0.85


def random_web(n_pages: int, n_links: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the sources and the targets of different links, in no order.

    One page in ten links to nobody. The in-degrees have a heavy tail: the k-th page in the
    order of popularity is linked to in proportion to k to the power −2/3.
    """
    rng = np.random.default_rng(0)
    by_popularity = rng.permutation(n_pages)

    def draw(size: int) -> np.ndarray:
        source = rng.integers(0, n_pages - n_pages // 10, size)
        target = by_popularity[(n_pages * rng.random(size) ** 3).astype(np.int64)]
        return source * n_pages + target

    links = np.unique(draw(n_links + n_links // 4))
    if links.size < n_links:
        raise ValueError(f"{n_pages} pages are too few for {n_links} different links")
    rng.shuffle(links)
    return np.divmod(links[:n_links], n_pages)


def random_web_from_elsewhere(n_pages: int, n_links: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the same, made in another process so that only the links take memory in this."""
    command = [sys.executable, __file__, "--links-only", f"{n_pages}", f"{n_links}"]
    links = np.empty((2, n_links), dtype=np.int64)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        process.stdout.readinto(links.data.cast("B"))
    return links[0], links[1]


def reference(source: np.ndarray, target: np.ndarray, n_pages: int) -> np.ndarray:
    """Return the ranks as the formula has them, to the rounding error."""
    degree = np.bincount(source, minlength=n_pages)
    votes = np.zeros(n_pages)
    ranks = np.full(n_pages, 1 / n_pages)
    for _ in range(250):  # 0.85²⁵⁰ is 2e-18
        np.divide(ranks, degree, out=votes, where=degree > 0)
        followed = np.bincount(target, weights=votes[source], minlength=n_pages)
        lost = ranks[degree == 0].sum()
        ranks = DAMPING * (followed + lost / n_pages) + (1 - DAMPING) / n_pages
    return ranks


def with_mlmath(source, target, n_pages):
    """Rank with this book's package."""
    from mlmath.linalg import pagerank

    result = pagerank((source, target), n_pages=n_pages, damping=DAMPING, tol=TOLERANCE)
    return result.ranks, result.n_iter


def with_networkx(source, target, n_pages):
    """Rank with NetworkX; its tolerance is for each page."""
    import networkx as nx

    G = nx.DiGraph()
    G.add_nodes_from(range(n_pages))
    G.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
    ranks = nx.pagerank(G, alpha=DAMPING, tol=TOLERANCE / n_pages, max_iter=1000)
    return np.fromiter(ranks.values(), float, n_pages), None


def with_igraph(source, target, n_pages):
    """Rank with igraph; its solver, PRPACK, has the tolerance 1e-10 built in."""
    import igraph

    graph = igraph.Graph(n=n_pages, edges=np.column_stack([source, target]), directed=True)
    return np.array(graph.pagerank(damping=DAMPING)), None


def with_scikit_network(source, target, n_pages, solver="RH", steps=1000):
    """Rank with scikit-network; its solver RH takes a number of steps and no tolerance."""
    from scipy.sparse import csr_matrix
    from sknetwork.ranking import PageRank

    adjacency = csr_matrix((np.ones(source.size), (source, target)), shape=(n_pages, n_pages))
    algorithm = PageRank(DAMPING, solver=solver, n_iter=steps, tol=TOLERANCE)
    return algorithm.fit_predict(adjacency), steps


def with_scikit_network_default(source, target, n_pages):
    """Rank with scikit-network's default solver, which mistakes pages without links."""
    return with_scikit_network(source, target, n_pages, solver="piteration")[0], None


LIBRARIES = {
    "mlmath": with_mlmath,
    "scikit-network, RH": with_scikit_network,
    "scikit-network, default": with_scikit_network_default,
    "igraph": with_igraph,
    "NetworkX": with_networkx,
}
SECONDS = 10.0
"""Each library is run until this time is used up; the fastest run counts."""


def measure(name: str, n_pages: int, n_links: int) -> dict:
    """Return the time, the steps and the errors of one library, and the memory it took."""
    rank = LIBRARIES[name]
    source, target = random_web_from_elsewhere(n_pages, n_links)
    rank(source, target, n_pages)
    megabytes = peak_memory()  # before the reference takes more
    exact = reference(source, target, n_pages)
    if rank is with_scikit_network:  # the smallest number of steps that is accurate enough
        for steps in range(10, 500, 10):
            rank = partial(with_scikit_network, steps=steps)
            if np.abs(rank(source, target, n_pages)[0] - exact).sum() <= TOLERANCE:
                break
    times = []
    while sum(times) < SECONDS:
        start = time.perf_counter()
        ranks, steps = rank(source, target, n_pages)
        times.append(time.perf_counter() - start)
    return {
        "seconds": min(times),
        "runs": len(times),
        "steps": steps,
        "error": np.abs(ranks - exact).sum(),
        "largest_error": np.abs(ranks - exact).max(),
        "megabytes": megabytes,
    }


def peak_memory() -> float:
    """Return the most memory that this process has held so far, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def in_own_process(name: str, n_pages: int, n_links: int) -> dict:
    """Measure in a fresh process, so that no library finds memory or caches of another."""
    command = [sys.executable, __file__, "--only", name, f"{n_pages}", f"{n_links}"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", choices=LIBRARIES, help="measure one, print JSON")
    parser.add_argument("--links-only", action="store_true", help="write the links as bytes")
    parser.add_argument("pages", type=int, nargs="?", default=PAGES)
    parser.add_argument("links", type=int, nargs="?", default=LINKS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(measure(options.only, options.pages, options.links)))
        return
    if options.links_only:
        for ends in random_web(options.pages, options.links):
            sys.stdout.buffer.write(ends.data)
        return
    print(
        f"PageRank of {options.pages:,} pages and {options.links:,} links, from two arrays:\n"
    )
    print("| Library | Time (s) | Runs | Steps | Error, sum | Error, largest |")
    print("|---|--:|--:|--:|--:|--:|")
    for name in LIBRARIES:
        run = in_own_process(name, options.pages, options.links)
        print(
            f"| {name} | {run['seconds']:.3f} | {run['runs']} | {run['steps'] or ''} "
            f"| {run['error']:.1e} | {run['largest_error']:.1e} |",
            flush=True,
        )
    run = in_own_process("mlmath", 5 * options.pages, 5 * options.links)
    print(
        f"\nmlmath, {5 * options.pages:,} pages and {5 * options.links:,} links: "
        f"{run['seconds']:.2f} s, {run['steps']} steps, error {run['error']:.1e}, "
        f"at most {run['megabytes']:,.0f} MB, with Python, SciPy and the links in it."
    )


if __name__ == "__main__":
    main()
