"""What holds of every page that reading gives an article for, whatever the page: checked by tests and by the fuzzer."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise

import copydesk
from copydesk.errors import InputError
from copydesk.types import Article, Field, MediaType, Role, Span


def article_or_error(content: bytes | str, url: str | None = None) -> Article | InputError:
    """Read a page; an InputError is an answer, any other exception is raised on."""
    try:
        return copydesk.read(content, url=url)
    except InputError as error:
        return error


def broken_laws(article: Article) -> list[str]:
    """The laws that an article breaks, each as a line; none for a sound one."""
    return [*_broken_in_blocks(article), *_broken_in_fields(article), *_broken_in_records(article)]


def _broken_in_blocks(article: Article) -> Iterator[str]:
    size = len(article.page_text)
    for number, block in enumerate(article.blocks):
        if not 0 <= block.start < block.end <= size:
            yield f"block {number} is {block.start}:{block.end} of {size}"
        elif article.block_text(block).isspace():
            yield f"block {number} is blank"
        if not 0.0 <= block.score <= 1.0:
            yield f"block {number} has a score of {block.score}"
        if (block.path is None) is (article.media_type is MediaType.HTML):
            yield f"block {number} of {article.media_type} has the path {block.path}"
    for number, (one, other) in enumerate(pairwise(article.blocks), 1):
        if one.end > other.start:
            yield f"block {number} begins at {other.start}, before {one.end}"


def _broken_in_fields(article: Article) -> Iterator[str]:
    for name, value in _parts(article, ""):
        if isinstance(value, Span) and not 0 <= value.start < value.end <= len(article.page_text):
            yield f"{name} points to {value.start}:{value.end} of {len(article.page_text)}"
        elif isinstance(value, Field) and not 0.0 <= value.confidence <= 1.0:
            yield f"{name} has a confidence of {value.confidence}"
        elif isinstance(value, Field) and isinstance(value.value, str) and not value.value.strip():
            yield f"{name} has a blank value"


def _parts(value: object, name: str) -> Iterator[tuple[str, object]]:
    """Everything in an article but its blocks, with the way that leads there."""
    yield name, value
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _parts(item, f"{name}[{number}]")
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "blocks":
                yield from _parts(getattr(value, field.name), f"{name}.{field.name}".lstrip("."))


def _broken_in_records(article: Article) -> Iterator[str]:
    record = article.to_json()
    if Article.from_json(record) != article:
        yield "its record gives another article"
    try:
        record.encode()
        json.dumps(article.to_jsonld(), ensure_ascii=False, allow_nan=False).encode()
        json.loads(record, parse_constant=_refuse)
    except ValueError as error:
        yield f"its record cannot be written: {error}"
    if any(block.role is Role.BODY for block in article.blocks) != bool(article.text):
        yield "it has a body without words, or words without a body"


def _refuse(constant: str) -> None:
    message = f"{constant} is no JSON"
    raise ValueError(message)
