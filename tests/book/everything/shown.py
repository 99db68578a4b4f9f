"""Code that a page shows by its name."""


def f(x):
    """Return what came in."""
    return x


def g():
    """Stay out of the page."""
