"""Article <-> dictionaries <-> JSON, without loss.

The shape follows the dataclasses: a key an attribute, tuples as lists, enumerations as their values. A piece of
evidence says in ``in`` what it points into (``page``, ``data`` or ``address``); ``text`` repeats the body for readers
that do not want to cut it out of ``page_text`` themselves, and ``version`` says which shape this is.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any

import cattrs
from cattrs.gen import make_dict_structure_fn
from cattrs.strategies import configure_tagged_union

from copydesk.errors import RecordError
from copydesk.types.article import Article, Block, BlockKind, PageKind, Role
from copydesk.types.field import Address, Evidence, Granularity, Pointer, Span
from copydesk.types.page import MediaType

VERSION = 1
"""Rises when an old reader would misunderstand a new record."""

_TAGS = {Span: "page", Pointer: "data", Address: "address"}


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    for primitive in (str, int, float, bool):
        # cattrs converts ("3" -> 3) where a record of another shape should be refused.
        converter.register_structure_hook(primitive, _exactly)
    for enumeration in (BlockKind, Granularity, MediaType, PageKind, Role):  # they are strings, but not any string
        converter.register_structure_hook(enumeration, _member)
    converter.register_unstructure_hook(StrEnum, attrgetter("value"))
    for type_ in (*_TAGS, Block, Article):
        converter.register_structure_hook(type_, make_dict_structure_fn(type_, converter))
    configure_tagged_union(Evidence, converter, tag_generator=_TAGS.__getitem__, tag_name="in")
    return converter


def _exactly(value: object, type_: type) -> object:
    if isinstance(value, type_) and not (isinstance(value, bool) and type_ is not bool):
        return value
    if type_ is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    msg = f"{type_.__name__} expected, not {type(value).__name__}"
    raise TypeError(msg)


def _member(value: object, type_: type[StrEnum]) -> StrEnum:
    return type_(str(value))


def to_dict(article: Article) -> dict[str, Any]:
    """The article as plain data."""
    body = _converter().unstructure(article)
    return {"version": VERSION, **body, "text": article.text}


def to_json(article: Article, *, indent: int | None = None) -> str:
    """The article as JSON text."""
    return json.dumps(to_dict(article), ensure_ascii=False, indent=indent)


def from_dict(record: object) -> Article:
    """The article that :func:`to_dict` gave; RecordError if the record is not of that shape."""
    if not isinstance(record, Mapping):
        msg = f"a record is an object, not {type(record).__name__}"
        raise RecordError(msg)
    if record.get("version") != VERSION:
        msg = f"version {VERSION} expected, not {record.get('version')!r}"
        raise RecordError(msg)
    body = {key: value for key, value in record.items() if key not in {"version", "text"}}
    try:
        return _converter().structure(body, Article)
    except Exception as error:  # cattrs groups whatever its hooks raise
        faults = cattrs.transform_error(error, path="record")
        raise RecordError("; ".join(faults[:5])) from error


def from_json(text: str) -> Article:
    """The article that :func:`to_json` gave; RecordError if the text is no JSON or not of that shape."""
    try:
        record = json.loads(text)
    except ValueError as error:
        msg = f"no JSON: {error}"
        raise RecordError(msg) from error
    return from_dict(record)
