"""Bytes -> Page: content and files come in here, and nowhere else."""

from copydesk.intake.content import page_from
from copydesk.intake.files import count, id_of, inputs_from, page_of, pages_from
from copydesk.intake.source import Input

__all__ = ["Input", "count", "id_of", "inputs_from", "page_from", "page_of", "pages_from"]
