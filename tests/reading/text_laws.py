"""What holds of the article of any text, asserted."""

from copydesk.types import Span


def check_laws(article):
    """Blocks rise, never overlap, are not empty and lie in the text; so does every span; confidences are chances."""
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.page_text)
        assert article.block_text(block).strip()
        assert block.path is None
        assert 0 <= block.score <= 1
        end = block.end
    fields = [
        value for value in (getattr(article, name) for name in type(article).__slots__) if hasattr(value, "evidence")
    ]
    for outer in fields:
        for field in (outer, *(outer.value if isinstance(outer.value, tuple) else ())):
            assert 0 <= field.confidence <= 1
            for evidence in field.evidence:
                if isinstance(evidence, Span):
                    assert 0 <= evidence.start < evidence.end <= len(article.page_text)


def outside_of_blocks(article):
    left = list(article.page_text)
    for block in article.blocks:
        left[block.start : block.end] = "\n" * (block.end - block.start)
    return "".join(left)
