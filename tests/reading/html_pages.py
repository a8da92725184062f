"""The made-up story of the HTML tests, the builders of pages around it, and what they compare."""

import copydesk
from copydesk.types import Role
from press import body_of

ADDRESS = "https://wendlemercury.example/local/rotten-bridge"
HEADLINE = "Village bridge closes after engineers find rot in its oak beams"
STORY = (
    (
        "The only road bridge into Upper Wendle was closed on Monday morning after engineers found rot in four of its"
        " twelve oak beams, cutting the village off from its school and its only shop."
    ),
    (
        "County surveyors had planned a routine inspection, but a probe went through the second beam “like a spoon"
        " through porridge”, the lead engineer, Harriet Doyle, told a meeting in the parish hall. She closed the"
        " crossing at once."
    ),
    (
        "About 340 people live on the far side of the river. Until a temporary bridge arrives, they face a detour of 19"
        " miles over the moor, on a lane that is often blocked by snow between December and the end of March."
    ),
    (
        "The council said it had set aside £1.2 million for repairs and hoped to reopen one lane by Easter. Farmers"
        " asked for the ford below the mill to be cleared so that milk lorries could cross when the water was low."
    ),
    (
        "“We have lived with the creaking for years and nobody listened,” said Tom Ashdown, who keeps 80 cows on the"
        " north bank. “Now the creaking has stopped because nobody is allowed to drive over it any more.”"
    ),
)
TOP = """<header class="masthead"><a class="logo" href="/">Wendle Mercury</a>
<nav aria-label="Main"><ul><li><a href="/local">Local</a></li><li><a href="/politics">Politics</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/culture">Culture</a></li></ul></nav></header>"""
BOTTOM = """<footer class="site-footer"><ul><li><a href="/about">About us</a></li>
<li><a href="/contact">Contact</a></li><li><a href="/privacy">Privacy policy</a></li></ul>
<p>© 2025 Wendle Mercury Ltd. All rights reserved.</p></footer>"""


def paragraphs(*texts):
    return "\n".join(f"<p>{text}</p>" for text in texts)


def page(inside, *, head="", lang="en", title=f"{HEADLINE} | Wendle Mercury", after="", top=TOP, bottom=BOTTOM):
    """A whole page: furniture, a ``<main>`` with what is inside, and what stands after it."""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>{title}</title>{head}</head>\n'
        f"<body>\n{top}\n<main>\n{inside}\n</main>\n{after}\n{bottom}\n</body></html>"
    )


def story(*, lead="", between="", end="", after="", headline=HEADLINE, **rest):
    """The usual article: something between headline and body, in the middle of the body, at its end, after it."""
    inside = f"<article><h1>{headline}</h1>{lead}<div class='story-text'>"
    inside += paragraphs(*STORY[:2]) + between + paragraphs(*STORY[2:]) + end + "</div></article>"
    return page(inside, after=after, **rest)


def read(html, url=ADDRESS):
    return copydesk.read(html, url=url)


def flat(text):
    return " ".join(text.split())


def body(article):
    return [flat(text) for text in body_of(article)]


def body_kinds(article):
    return [block.kind for block in article.blocks if block.role is Role.BODY]


def texts(field):
    return [flat(item.value) for item in field.value]


def entries(field):
    return [(flat(item.value.title), item.value.url) for item in field.value]
