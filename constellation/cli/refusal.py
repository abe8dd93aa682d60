"""The sentence with which the command says no."""


class Refusal(Exception):
    """An input that cannot be used: one sentence with file, line and mend."""
