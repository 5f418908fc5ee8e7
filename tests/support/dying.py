"""A process that dies at the n-th call to the system, as if its power were cut: nothing is cleaned up."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from typing import Any

CALLS = ("open", "write", "fsync", "replace", "unlink")
DIED, DONE, FAILED = 9, 0, 1


def dies_at(call: int, work: Callable[[], object]) -> bool:
    """Run `work` in a forked process that dies at its `call`-th system call (from 0); tell whether it came that far.

    Raises AssertionError where the work failed by itself.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking is fine here: the child runs this one thread
        child = os.fork()
    if child == 0:
        _child(call, work)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {DIED, DONE}
    return code == DIED


def _child(call: int, work: Callable[[], object]) -> None:
    try:
        left = call

        def wrap(real: Callable[..., Any]) -> Callable[..., Any]:
            def counted(*arguments: object, **named: object) -> Any:
                nonlocal left
                left -= 1
                if left < 0:
                    os._exit(DIED)
                return real(*arguments, **named)

            return counted

        for name in CALLS:
            setattr(os, name, wrap(getattr(os, name)))
        work()
        os._exit(DONE)
    except BaseException:
        os._exit(FAILED)
