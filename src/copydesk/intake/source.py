"""What there is to read, before anybody has read it: the small thing that passes between processes."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read that nobody has looked into yet.

    Attributes:
        name: What its user knows it by; every error begins with it. A record of a file is ``file.jsonl:12``: the
            number of its line, or of its row from 1.
        path: The file it lies in; None for standard input.
        url: The address it was fetched from, if known.
        fetched_at: When it was fetched, ISO 8601, if known.
        content: The page as it stands in a record; None where the whole file is the page.
    """

    name: str
    path: Path | None
    url: str | None = None
    fetched_at: str | None = None
    content: bytes | str | None = field(default=None, repr=False)
