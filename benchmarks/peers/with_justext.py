"""jusText with the stop words of the language that the page declares, English where it declares none it knows."""

import re
from functools import cache
from typing import Any

import justext

LANGUAGE = re.compile(rb"<html[^>]{0,2000}?\blang\s*=\s*[\"']?([a-z]{2})", re.IGNORECASE)
# jusText names its lists in English; these are the languages of the sets that have one.
LISTS = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ko": "Korean", "lb": "Luxembourgish",
    "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nb": "Norwegian_Bokmal", "nl": "Dutch",
    "nn": "Norwegian_Nynorsk", "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese",
}  # fmt: skip


def read(html: bytes, url: str) -> dict[str, Any]:  # noqa: ARG001 - jusText reads no addresses
    """One page: the paragraphs that are no boilerplate."""
    declared = LANGUAGE.search(html, 0, 20_000)
    name = LISTS.get(declared[1].decode().lower(), "English") if declared else "English"
    body = "\n\n".join(part.text for part in justext.justext(html, stop_words(name)) if not part.is_boilerplate)
    return {"body": body, "title": None, "authors": None, "date": None, "topics": None}


@cache
def stop_words(name: str) -> frozenset[str]:
    """A list, loaded once."""
    return justext.get_stoplist(name)
