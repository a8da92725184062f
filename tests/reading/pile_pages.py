"""A made-up site of six pages: its stories share menus, notices, a promo paragraph and a heading, and nothing else."""

from copies_prose import prose
from copydesk.intake import page_from
from copydesk.types import MediaType

PROMO = (
    "Our readers in the valley keep this paper going, and for the price of a cup of coffee you can join them, "
    "get the morning letter before breakfast, and come to the talks in the old pump house every second Thursday."
)
NOTICE = "The Lindow Courier is a member of the press council, and complaints go to the desk in Mill Street first."
HEADING = "What the people of the valley say about it"
MENU = ["Home", "News", "Sport", "Letters to the editor", "All our podcasts and newsletters in one place for you"]
HOST = "lindowcourier.example"


def story(seed):
    """Four paragraphs of its own."""
    return [prose(100 * seed + part, 60) for part in range(4)]


def headline(seed):
    return prose(100 * seed + 50, 9).rstrip(".")


def html(seed, *, host=HOST, paragraphs=None, promo=PROMO):
    """One page of the site."""
    first, second, third, fourth = paragraphs or story(seed)
    links = "".join(f'<li><a href="/{n}">{item}</a></li>' for n, item in enumerate(MENU))
    title = headline(seed)
    said = f"<p>{first}</p><p>{second}</p><p>{promo}</p><h2>{HEADING}</h2><p>{third}</p><p>{fourth}</p>"
    return page_from(
        f"<!doctype html><html><head><title>{title}</title></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>{title}</h1>{said}</article><footer><p>{NOTICE}</p></footer></body></html>",
        url=f"https://{host}/{seed}" if host else None,
        name=f"{host}/{seed}",
    )


def text(seed, *, host=HOST, paragraphs=None, promo=PROMO):
    """The same without its HTML."""
    first, second, third, fourth = paragraphs or story(seed)
    parts = [*MENU, headline(seed), first, second, promo, HEADING, third, fourth, NOTICE]
    page = page_from("\n\n".join(parts), url=f"https://{host}/{seed}" if host else None, name=f"{host}/{seed}.txt")
    assert page.media_type is MediaType.TEXT
    return page
