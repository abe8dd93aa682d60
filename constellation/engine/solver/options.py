"""How the kernels are compiled: cached, without the interpreter's lock, so blocks of people run on threads.

`kernel` is for those called from Python, `inner` for those called only from kernels.  Compiling is paid once on each
machine: slice assignments, library sorts and array arithmetic in kernels cost seconds of it, so they are loops here.

numba's cache does not notice a change in a function that another file's kernel calls; so the cache lies in a folder
named after all sources with kernels, and any change compiles anew.  Source: docs/decisions/compile-once.md.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
import numpy as np

HERE = Path(__file__).parent
KERNELS = ("solver", "groups", "introductions", "measures")  # the folders of the engine that hold some
SETTINGS = vars(numba.config)
ZERO: Any = np.int64(0)  # a bare 0 has a type of its own, and a kernel called with both is compiled twice
FAST = {"nsz", "contract", "reassoc", "arcp", "nnan"}
COMMON: dict[str, Any] = {"nogil": True, "cache": True, "fastmath": FAST, "error_model": "numpy"}


def cache_folder() -> str:
    """Beside the sources where one may write, else in the user's cache; named after what is compiled."""
    sources = b"".join(path.read_bytes() for folder in KERNELS for path in sorted((HERE.parent / folder).glob("*.py")))
    name = f"kernels-{hashlib.sha256(sources + numba.__version__.encode()).hexdigest()[:16]}"
    if SETTINGS["CACHE_DIR"]:
        return str(Path(SETTINGS["CACHE_DIR"]) / name)
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "constellation"
    return str((HERE / "__pycache__" if os.access(HERE, os.W_OK) else home) / name)


FOLDER = cache_folder()


def compiled(options: dict[str, Any], function: Callable[..., Any]) -> Any:
    before, SETTINGS["CACHE_DIR"] = SETTINGS["CACHE_DIR"], FOLDER
    try:
        return numba.njit(**options)(function)
    finally:
        SETTINGS["CACHE_DIR"] = before


def kernel(function: Callable[..., Any]) -> Any:
    return compiled(COMMON, function)


def inner(function: Callable[..., Any]) -> Any:
    return compiled({**COMMON, "cache": False, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}, function)
