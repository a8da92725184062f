"""Bytes -> Page: content and files come in here, and nowhere else."""

from copydesk.intake.content import page_from
from copydesk.intake.files import Input, inputs_from, page_of, pages_from

__all__ = ["Input", "inputs_from", "page_from", "page_of", "pages_from"]
