"""Bytes -> Page: content and files come in here, and nowhere else."""

from copydesk.intake.content import page_from
from copydesk.intake.files import pages_from

__all__ = ["page_from", "pages_from"]
