"""copydesk: the article and every part of its page, who really reported it, and when.

>>> import copydesk
>>> article = copydesk.read(open("page.html", "rb").read(), url="https://…")
>>> article.headline.value, article.text
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.types import Article

__all__ = ["read"]
__version__ = "0.1.0"


def read(content: bytes | str, *, url: str | None = None, fetched_at: str | None = None) -> "Article":
    """Read one page: HTML or text, told apart by content.

    Args:
        content: The page as it came: bytes of any encoding, gzipped or not, or decoded text.
        url: The address it was fetched from; makes links absolute and is itself evidence.
        fetched_at: When it was fetched, ISO 8601.

    Raises:
        InputError: The content is empty, binary or too large; the subclass and the message say which.
    """
    from copydesk import intake, reading  # models and parsers load when first needed

    return reading.read_page(intake.page_from(content, url=url, fetched_at=fetched_at))
