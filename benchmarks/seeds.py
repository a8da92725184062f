"""A seed -> chance that comes out the same again."""

from random import Random


def seeded(seed: str | int) -> Random:
    """A source of chance of its own for this seed."""
    return Random(seed)  # noqa: S311 - to be repeated, not a secret
