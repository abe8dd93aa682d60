"""Mutual mentoring networks, designed for everybody at once."""
