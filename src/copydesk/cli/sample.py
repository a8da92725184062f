"""A made-up page that is always at hand: workers warm up on it, and ``doctor`` checks that it is read as it should."""

from typing import Final

__all__ = ["HEADLINE", "HTML", "TEXT"]

HEADLINE: Final = "Ferry to Saltwick sails again after a fortnight in the dock"

TEXT: Final = (
    "The ferry between Nerrin and Saltwick left the quay at seven on Monday morning, two weeks after its rudder broke.",
    "“She steers as she should,” said the harbour master, Ottoline Bray, who was on board for the trial on Sunday.",
    "The repair cost the town 18,000 crowns. In May the council will decide whether to hire a second boat for winter.",
)

HTML: Final = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | Tidewater Echo</title>
<meta property="og:site_name" content="Tidewater Echo"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li></ul></nav>
<article><h1>{HEADLINE}</h1><p class="byline">By Ansel Okoro</p><time datetime="2031-04-11">11 April 2031</time>
<p>{TEXT[0]}</p><p>{TEXT[1]}</p><p>{TEXT[2]}</p></article>
<footer>© 2031 Tidewater Echo. All rights reserved.</footer></body></html>
"""
