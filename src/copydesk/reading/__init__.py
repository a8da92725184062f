"""Page -> Article: what each part of a page is, and what each part says.

html.walk / text.lines   a page becomes a sheet of blocks        nothing is judged
roles.assign             the sheet becomes a marked-up board     every block gets its role
the fields               each part's own reader                  every value gets its evidence
"""

from typing import TYPE_CHECKING

from copydesk.reading import (
    addresses,
    authors,
    brandslot,
    comments,
    credit,
    dates,
    headline,
    html,
    images,
    kind,
    language,
    lists,
    reactions,
    rights,
    roles,
    section,
    site,
    text,
    topics,
)
from copydesk.types import Article, MediaType, Role

if TYPE_CHECKING:
    from copydesk.copies.lines import Recurring
    from copydesk.types import Page

__all__ = ["read_page"]


def read_page(page: "Page", recurring: "Recurring | None" = None) -> Article:
    """Read one page: every part of it, each value with its evidence. Total: any page gives an Article.

    Args:
        page: The page.
        recurring: The lines that recur in its pile beside other stories, if it is read as one of many.
    """
    sheet = html.walk(page) if page.media_type is MediaType.HTML else text.lines(page)
    board = roles.assign(sheet, recurring)
    site_name = site.read(board)
    page_kind = kind.read(board)
    breadcrumb = section.read_breadcrumb(board, page_kind.value)
    date_published, date_modified = dates.read(board, page_kind.value)
    return Article(
        page_id=page.id,
        name=page.name,
        url=page.url,
        fetched_at=page.fetched_at,
        media_type=page.media_type,
        encoding=page.encoding,
        kind=page_kind,
        language=language.read(board),
        canonical_url=addresses.read_canonical(board),
        license=rights.read_license(board),
        is_accessible_for_free=rights.read_is_free(board),
        headline=headline.read(board),
        dek=headline.read_dek(board),
        site_name=site_name,
        breadcrumb=breadcrumb,
        sections=section.read_sections(board, breadcrumb, site_name),
        brand_slot=brandslot.read(board),
        authors=authors.read(board, site_name, page_kind.value),
        contributors=credit.read_contributors(board),
        credit_line=credit.read_line(board),
        date_published=date_published,
        date_modified=date_modified,
        topics=topics.read(board),
        promos=lists.read_promos(board),
        reactions=reactions.read(board),
        related=lists.read(board, Role.RELATED),
        ranking=lists.read(board, Role.RANKING),
        recommended=lists.read(board, Role.RECOMMENDED),
        comments=comments.read(board),
        images=images.read(board),
        blocks=board.blocks(),
        page_text=sheet.text,
    )
