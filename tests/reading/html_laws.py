"""What holds of the article of any HTML page, asserted."""

import re

from copydesk.types import Span


def check_blocks(article):
    """Blocks rise, never overlap, are not empty, and lie in the page's text."""
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.page_text)
        assert article.block_text(block).strip()
        assert 0 <= block.score <= 1
        assert block.rule
        end = block.end


def fields_of(field):
    """A field and, for a list, its items."""
    yield field
    if isinstance(field.value, tuple):
        yield from field.value


def check_evidence(article):
    """Spans lie in the page's text, confidences in 0 to 1, and only what is known has confidence."""
    record = {name: getattr(article, name) for name in type(article).__slots__}
    for name, outer in record.items():
        if not hasattr(outer, "evidence"):
            continue
        for field in fields_of(outer):
            assert 0 <= field.confidence <= 1, name
            for evidence in field.evidence:
                if isinstance(evidence, Span):
                    assert 0 <= evidence.start < evidence.end <= len(article.page_text), name


def css(path):
    """An XPath of steps and positions as the CSS selector of the same node."""
    steps = re.findall(r"/([^/\[\]]+)(?:\[(\d+)\])?", path)
    return " > ".join(f"{tag}:nth-of-type({number or 1})" for tag, number in steps)


def supports(value, evidence):
    """Whether every word of the value stands in the words of the evidence, whatever their case."""
    return all(word in evidence.casefold() for word in re.findall(r"\w+", value.casefold()))


def check_lists_have_absolute_addresses(article):
    for field in (article.related, article.ranking, article.recommended, article.promos):
        for item in field.value:
            assert item.value.url is None or re.match(r"https?://", item.value.url)
