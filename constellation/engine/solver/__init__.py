"""The solver: kernels that numba compiles, and what steers them."""

import os

# Compiling is a fifth shorter than at numba's own level 3 and the kernels run as fast: docs/decisions/compile-once.md.
os.environ.setdefault("NUMBA_OPT", "1")
