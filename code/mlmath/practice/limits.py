"""Run a function of a learner's within limits of time and depth.

Two ways to stop it in time:

- an alarm of the operating system (`signal.setitimer`), which costs nothing. It exists on
  Linux and macOS, for the main thread of a program, where notebooks run their cells.
- elsewhere, on Windows, in other threads and in the browser (Pyodide), a trace function that
  looks at the clock before each step of Python. It makes Python many times slower, so that
  the time allowed there is longer.

Neither can interrupt a single call that does not come back to Python, such as a product of
huge matrices. The first way also stops code that catches every exception, by raising a second one
while the first is handled; the second way does not. A debugger or a coverage tool that traces
Python is switched off while the second way is used.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import numpy as np

DEPTH = 300
"""How deep a function may call itself, and others."""

SLOWER = 10
"""How much longer a function may take where it is traced."""

AGAIN = 0.01
"""Seconds after which the alarm rings again, should it have been caught all the same."""


class OutOfTime(BaseException):
    """Raised inside a function that takes too long; no Exception, so that few catch it."""


def call_within_limits(function: Callable, arguments: tuple, seconds: float) -> Any:
    """Return what a function returns; NumPy's and other warnings are silent meanwhile.

    Raises
    ------
    OutOfTime
        If it takes longer than that.
    RecursionError
        If it calls itself more than `DEPTH` times without returning.
    BaseException
        Whatever the function raises.

    Examples
    --------
    >>> call_within_limits(max, (2, 3), seconds=1)
    3
    """
    call = call_with_alarm if has_alarm() else call_traced
    with warnings.catch_warnings(), np.errstate(all="ignore"), limited_depth():
        warnings.simplefilter("ignore")
        return call(function, arguments, seconds)


def has_alarm() -> bool:
    """Whether the operating system can interrupt this thread."""
    main = threading.current_thread() is threading.main_thread()
    # A browser rings only when Python pauses.
    return main and hasattr(signal, "setitimer") and sys.platform != "emscripten"


def call_with_alarm(function: Callable, arguments: tuple, seconds: float) -> Any:
    """Return what a function returns; let the operating system interrupt it in time."""
    here, over, trace = sys._getframe(), False, sys.gettrace()

    def ring(number: int, frame: FrameType | None) -> None:
        if over or frame is here:  # what follows the function is not to be disturbed
            return
        while frame is not None and frame is not here:
            frame.f_trace, frame.f_trace_opcodes = again, True
            frame = frame.f_back
        sys.settrace(again)
        raise OutOfTime

    def again(frame: FrameType, event: str, argument: Any) -> Callable:
        if event == "opcode":  # the function has caught the first and handles it
            raise OutOfTime
        return again

    previous = signal.signal(signal.SIGALRM, ring)
    started = time.monotonic()
    waiting, interval = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        return function(*arguments)
    finally:
        over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.settrace(trace)
        signal.signal(signal.SIGALRM, previous)
        if waiting:  # an alarm that somebody else has set
            left = max(waiting - (time.monotonic() - started), 1e-3)
            signal.setitimer(signal.ITIMER_REAL, left, interval)


def call_traced(function: Callable, arguments: tuple, seconds: float) -> Any:
    """Return what a function returns; look at the clock before each of its steps."""
    end = time.monotonic() + seconds * SLOWER

    def look(frame: FrameType, event: str, argument: Any) -> Callable:
        if time.monotonic() > end:
            raise OutOfTime
        frame.f_trace_opcodes = True  # a loop on one line begins no new line
        return look

    previous = sys.gettrace()
    sys.settrace(look)
    try:
        return function(*arguments)
    finally:
        sys.settrace(previous)


@contextmanager
def limited_depth() -> Iterator[None]:
    """Stop a function that calls itself without end early, before memory does."""
    depth, frame = 0, sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    previous = sys.getrecursionlimit()
    sys.setrecursionlimit(min(previous, depth + DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(previous)
