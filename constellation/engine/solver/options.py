"""How the kernels are compiled: cached, without the interpreter's lock, so blocks of people run on threads.

`KERNEL` is called from Python, `INNER` only from kernels.  Compiling is paid once on each machine: slice assignments,
library sorts and array arithmetic in kernels cost seconds of it, so they are loops here.
"""

from typing import Any

FAST = {"nsz", "contract", "reassoc", "arcp", "nnan"}
KERNEL: dict[str, Any] = {"nogil": True, "cache": True, "fastmath": FAST, "error_model": "numpy"}
INNER: dict[str, Any] = {**KERNEL, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}
