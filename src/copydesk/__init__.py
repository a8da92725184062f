"""copydesk: the article and every part of its page, who really reported it, and when.

>>> import copydesk
>>> article = copydesk.read(open("page.html", "rb").read(), url="https://…")
>>> article.headline.value, article.text
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from copydesk.errors import InputError
    from copydesk.types import Article, Overlap

__all__ = ["overlaps", "read", "read_many"]
__version__ = "0.1.0"


def read(content: bytes | str, *, url: str | None = None, fetched_at: str | None = None) -> "Article":
    """Read one page: HTML or text, told apart by content.

    Args:
        content: The page as it came: bytes of any encoding, gzipped or not, or decoded text.
        url: The address it was fetched from; makes links absolute and is itself evidence.
        fetched_at: When it was fetched, ISO 8601.

    Raises:
        InputError: The content is empty, binary or too large; the subclass and the message say which.
        TypeError: The content is something else: a path, an open file.
    """
    from copydesk import intake, reading  # models and parsers load when first needed

    return reading.read_page(intake.page_from(content, url=url, fetched_at=fetched_at))


def read_many(  # noqa: PLR0913  all but the first by name
    pages: "Iterable[bytes | str | Mapping[str, Any] | None]",
    *,
    urls: "Iterable[str | None] | None" = None,
    fetched_at: str | None = None,
    jobs: int = 0,
    deadline: float = 60.0,
    together: bool = False,
) -> "Iterator[Article | InputError]":
    """Read a column of pages: for each, in its place, the article, or the error that says why there is none.

    Pages are taken as articles are fetched, however many there are. No page stops the others: one that cannot be read
    is an InputError in the results, never raised.

    Args:
        pages: A list, a column of pandas, polars or Arrow, or any iterable. Each is a page as :func:`read` takes it, or
            a row: a mapping with the page, its address and its time in columns named as ``copydesk read`` wants them.
        urls: The addresses the pages were fetched from, one a page; what a row says of itself is believed first.
        fetched_at: When they were fetched, ISO 8601, where a row does not say so.
        jobs: Worker processes; 0 reads in this process. A script that starts workers needs the usual
            ``if __name__ == "__main__":``, because each begins by importing it.
        deadline: Seconds a page may take in a worker; then it is an error. Without workers nothing is cut short.
        together: Read them as one pile: lines that recur beside different stories are no part of a body. All pages are
            taken and held before the first article comes.

    Raises:
        TypeError: ``pages`` is one page.
        ValueError: There are more pages than addresses, or fewer; where neither has a length, this shows at the end.
        WorkerError: No worker can be started (:mod:`copydesk.workers`).
    """
    from copydesk import many

    return many.articles(pages, urls, fetched_at, jobs=jobs, deadline=deadline, together=together)


def overlaps(texts: "Iterable[str]") -> "Iterator[Overlap]":
    """Which texts share passages, where, and what kind of copy that makes.

    Case, punctuation, typography and Unicode forms do not count. What pages of a site have in common whatever their
    story is furniture and no overlap, as far as the texts themselves show it; so the more texts, the better it is told.

    Args:
        texts: Taken one after another and not kept; about 17 bytes a word are. Up to 16 million.

    Yields:
        An Overlap for each pair of texts, by their places in the input. Where more than 64 share a passage, each is
        paired with 8, the same for all.

    Raises:
        TypeError: ``texts`` is one string, or one of them is none.
        ValueError: There are more texts than one pile can hold.
    """
    from copydesk.copies import overlapping

    if isinstance(texts, str):
        message = "overlaps() takes several texts; this is one string"
        raise TypeError(message)
    return overlapping.overlaps(_strings(texts))


def _strings(texts: "Iterable[object]") -> "Iterator[str]":
    for number, text in enumerate(texts):
        if not isinstance(text, str):  # a missing value of a column, a file's bytes
            what = "None" if text is None else type(text).__name__
            message = f"text {number} is {what}, not a string"
            raise TypeError(message)
        yield text
