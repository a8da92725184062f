"""The errors: what they say, and that they survive the way between processes."""

import pickle

import pytest

from copydesk import errors


@pytest.mark.parametrize("kind", [errors.InputError, *errors.InputError.__subclasses__()])
def test_an_input_error_names_the_input_and_the_reason(kind):
    """Its text is the name and the reason, and pickling keeps class and both parts."""
    error = pickle.loads(pickle.dumps(kind("page.html", "a picture")))  # noqa: S301 - our own bytes
    assert type(error) is kind
    assert (str(error), error.name, error.reason) == ("page.html: a picture", "page.html", "a picture")


def test_one_base_catches_all():
    """Every error of the package is a CopydeskError."""
    own = [value for value in vars(errors).values() if isinstance(value, type)]
    assert all(issubclass(kind, errors.CopydeskError) for kind in own)
