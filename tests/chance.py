"""A seed -> chance that comes out the same again, for made-up pages, words and orders."""

from random import Random


def chance(seed):
    """A source of chance of its own for this seed."""
    return Random(seed)  # noqa: S311 - to be repeated, not a secret
