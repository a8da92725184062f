"""The nouns that pass between the rooms: frozen dataclasses and enumerations, nothing that acts."""

from copydesk.types.article import (
    Article,
    Block,
    BlockKind,
    Comment,
    Entries,
    Entry,
    Image,
    PageKind,
    Reaction,
    Role,
    Texts,
)
from copydesk.types.diff import Change, Diff, Insertion, Piece
from copydesk.types.family import Family, Member
from copydesk.types.field import Address, Evidence, Field, Granularity, Pointer, Span, Timestamp
from copydesk.types.overlap import Overlap, OverlapKind, Passage
from copydesk.types.page import MediaType, Page

__all__ = [
    "Address",
    "Article",
    "Block",
    "BlockKind",
    "Change",
    "Comment",
    "Diff",
    "Entries",
    "Entry",
    "Evidence",
    "Family",
    "Field",
    "Granularity",
    "Image",
    "Insertion",
    "MediaType",
    "Member",
    "Overlap",
    "OverlapKind",
    "Page",
    "PageKind",
    "Passage",
    "Piece",
    "Pointer",
    "Reaction",
    "Role",
    "Span",
    "Texts",
    "Timestamp",
]
