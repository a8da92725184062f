"""Every error that copydesk raises on purpose.

    CopydeskError
    ├── InputError            this one input cannot be read; names the input and the reason
    │   ├── MissingInput      there is no such file or folder
    │   ├── UnreadableInput   it is there and cannot be opened, or breaks off while it is read
    │   ├── EmptyInput        it holds no character
    │   ├── OversizedInput    it is, or unpacks to, more than the limit, or its markup is tangled beyond any page's
    │   └── BinaryInput       it is neither HTML nor text
    ├── RecordError           a stored record does not describe an Article
    └── StoreError            a folder that copydesk keeps things in is damaged, in use, or cannot be written

An error is about one input. Whoever reads many inputs reports it and goes on.
"""


class CopydeskError(Exception):
    """The base of all of them: catch this one to catch everything copydesk raises itself."""


class InputError(CopydeskError):
    """An input that cannot be read.

    Attributes:
        name: The input as its user knows it: a path, ``<stdin>`` or ``<bytes>``.
        reason: What is wrong with it, in a few words without a full stop.
    """

    def __init__(self, name: str, reason: str) -> None:
        """Keep both parts; they are the arguments too, so that the error can pass between processes."""
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        """One line: the input, then the reason."""
        return f"{self.name}: {self.reason}"


class MissingInput(InputError):
    """No file or folder has that name."""


class UnreadableInput(InputError):
    """The system refused it, or its compression is broken."""


class EmptyInput(InputError):
    """Nothing is in it but, at most, white space."""


class OversizedInput(InputError):
    """It is larger than a page can reasonably be, packed or unpacked, or its tags nest as no page's do.

    Parsing the latter would take minutes: see :mod:`copydesk.intake.tangle`.
    """


class BinaryInput(InputError):
    """It is an image, an archive, a PDF …: not HTML and not text."""


class RecordError(CopydeskError):
    """A dictionary or JSON text that is no Article; the message names the places at fault."""


class StoreError(CopydeskError):
    """What copydesk keeps on disk is damaged, in use by another process, or cannot be written.

    Attributes:
        name: The folder.
        reason: What is wrong with it, in a few words without a full stop.
    """

    def __init__(self, name: str, reason: str) -> None:
        """Keep both parts; they are the arguments too, so that the error can pass between processes."""
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        """One line: the folder, then the reason."""
        return f"{self.name}: {self.reason}"
