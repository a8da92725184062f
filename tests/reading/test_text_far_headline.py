"""Headlines of texts that stand far below the first lines, under a menu: found, and their title lines cut apart."""

from copydesk import read
from copydesk.intake import page_from
from copydesk.reading import text, texttitle
from copydesk.types import Role

MENU = [f"{place} {what}" for place in ("Harbour", "Market", "Island", "Valley") for what in
        ("News", "Sport", "Weather", "Jobs", "Homes", "Cars", "Events", "Food", "Schools", "Roads", "Letters", "Maps",
         "Videos", "Archive", "Podcasts", "Deaths", "Births", "Offers")]  # fmt: skip
HEADLINE = "Ferry to the outer islands sails again after eleven weeks"
STORY = [
    "The ferry to the outer islands sailed again on Tuesday, eleven weeks after a storm had torn off its stern ramp.",
    "Forty islanders and two cows went aboard at dawn, the harbour master said, and nobody wanted to be the first.",
    "The ramp cost the council three times what it had set aside for all its ferries, and more islands must wait.",
    "A second ferry, laid up since spring, will stay where it is until the council finds somebody to sail it.",
]


def page(*title_lines: str) -> str:
    """A menu of seventy names, title lines, a story."""
    return "\n".join([*MENU, *title_lines, *STORY])


def test_a_headline_under_a_menu_is_found():
    """Seventy names of pages above it do not hide a headline, and the body is the story alone."""
    article = read(page(HEADLINE, "By Ann Example", "3 May 2024"))
    assert article.headline.value == HEADLINE
    assert [author.value for author in article.authors.value] == ["Ann Example"]
    assert article.date_published.value is not None
    assert article.date_published.value.value == "2024-05-03"
    assert article.text == "\n\n".join(STORY)


def test_title_lines_are_cut_where_the_headline_stands():
    """A headline that runs into a site's name is cut there, however far below the first lines it stands."""
    article = read(page(f"{HEADLINE} - Harbour Courier", HEADLINE, "By Ann Example | 3 May 2024"))
    assert article.headline.value == HEADLINE
    assert article.date_published.value is not None
    assert article.date_published.value.value == "2024-05-03"


def test_a_list_above_the_headline_ends_there():
    """What stands below the headline is the article's, under whatever label the lines above it stand."""
    article = read(page("Recommended", "Storm takes the pier of Ness", "What the tide left behind", HEADLINE,
                        "By Ann Example", "3 May 2024"))  # fmt: skip
    listed = [entry.value.title for field in (article.related, article.ranking, article.recommended)
              for entry in field.value]  # fmt: skip
    assert "By Ann Example" not in listed
    assert [author.value for author in article.authors.value] == ["Ann Example"]


def test_the_headline_is_a_block_whatever_was_cut():
    """A place amid a block is that block: a layout that cuts less finds the headline that another had cut off."""
    sheet = text.lines(page_from(page(HEADLINE), name="page"))
    last = len(sheet) - 1
    assert texttitle.within(sheet, sheet.start[last] + 5, sheet.end[last]) == last
    block = MENU.index("Island News")
    assert texttitle.within(sheet, sheet.start[block], sheet.end[block]) == block
    sheet.cut[block + 1] = Role.HEADLINE
    assert texttitle.within(sheet, sheet.start[block], sheet.end[block + 1]) == block + 1
