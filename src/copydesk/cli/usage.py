"""Commands whose help is for whoever types them: it names what an option wants, not the type that Python makes of it.

typer puts a type beside everything that has no name of its own: ``<bool>`` beside a flag, which wants nothing, and
``<list[str]>`` beside an argument that has a name already.
"""

from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer._click import Context, Parameter

__all__ = ["Command", "Group"]


class Command(TyperCommand):
    """A command."""

    def get_params(self, ctx: "Context") -> "list[Parameter]":
        """Its parameters, ``--help`` among them."""
        return _untyped(super().get_params(ctx))


class Group(TyperGroup):
    """The program, which has the commands."""

    def get_params(self, ctx: "Context") -> "list[Parameter]":
        """Its parameters, ``--help`` and the ones for completion among them."""
        return _untyped(super().get_params(ctx))


def _untyped(parameters: "list[Parameter]") -> "list[Parameter]":
    for parameter in parameters:
        if isinstance(parameter, TyperArgument):
            # Of an argument typer's help asks this alone; an empty name would be missing in the usage line.
            vars(parameter)["display_type_rich"] = _nothing
        elif getattr(parameter, "is_flag", False):
            parameter.metavar = ""
    return parameters


def _nothing(ctx: "Context") -> None:  # noqa: ARG001  as typer calls it
    return None
