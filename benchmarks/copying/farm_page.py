"""A body on a page of a content farm, as the seed of this project has it.

In: the body, its headline and headlines of other articles. Out: paragraphs: a breadcrumb glued to the headline, the
headline again with the site's name behind it, a brand where a byline belongs, a date that nobody can rely on, the body
with promo lines in it, a counter, and three lists. Headlines count as the farm's words, not as the base's.
"""

from collections.abc import Sequence
from random import Random

from copying.drafts import Paragraph, foreign
from copying.stock import stock


def farm_page(
    body: Sequence[Paragraph], headline: str, headlines: Sequence[str], random: Random
) -> tuple[Paragraph, ...]:
    """The page; promo lines stand at most once in six paragraphs."""
    words = stock()
    section, brand = random.choice(words.sections), random.choice(words.brands)
    date = f"{random.randint(2023, 2026)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    clock = f"{random.randint(0, 23):02}:{random.randint(0, 59):02}:{random.randint(0, 59):02}"
    head = [
        f"Current:Home > {section}{headline}",
        f"{headline}-{brand.split()[0]}",
        brand,
        f"Date:{date} {clock}",
    ]
    listed = random.sample(headlines, min(26, len(headlines)))
    tail = [
        f"{random.choice(words.reactions)} ({random.randint(1, 9999)})",
        "Related",
        *(f"- {line}" for line in listed[:10]),
        "Ranking",
        *(f"- {line}" for line in listed[10:18]),
        "Recommendation",
        *listed[18:],
    ]
    return (*foreign(head), *with_promos(body, headlines, random), *foreign(tail))


def with_promos(body: Sequence[Paragraph], headlines: Sequence[str], random: Random) -> list[Paragraph]:
    """The body with a headline between paragraphs here and there, once at least."""
    count = max(1, len(body) // 6)
    after = set(random.sample(range(len(body)), count))
    made: list[Paragraph] = []
    for number, paragraph in enumerate(body):
        made.append(paragraph)
        if number in after:
            made += foreign([f"- {random.choice(headlines)}"])
    return made
