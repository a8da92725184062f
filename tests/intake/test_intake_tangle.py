"""Markup that would cost the parser minutes or gigabytes is refused; whatever a page may really hold is let pass."""

import time

import pytest

from copydesk.errors import OversizedInput
from copydesk.intake import page_from, tangle
from copydesk.types import MediaType

NESTING, ATTRIBUTES, FORMATTING = tangle.NESTING, tangle.ATTRIBUTES, tangle.FORMATTING
DOCUMENT = "<!doctype html><html><body>"


def many(unit: str, times: int) -> str:
    """A unit again and again, ``{}`` the number of the repetition."""
    return "".join(unit.replace("{}", str(number)) for number in range(times))


TANGLED = {
    "boxes": ("<div>" * 100_000, NESTING),
    "boxes, closed": ("<div>" * 100_000 + "</div>" * 100_000, NESTING),
    "lists": ("<ul><li>" * 50_000, NESTING),
    "capitals": ("<DIV CLASS=x>" * 100_000, NESTING),
    "boxes in spans": ("<span>" * 50_000 + "<p>x" * 50_000, NESTING),
    "custom elements": (many("<x-{}>", 50_000) + "<hr>" * 50_000, NESTING),
    "ends of what never began": ("<i>" * 50_000 + "</div>" * 50_000, NESTING),
    "attributes": (f"<p{many(' a{}=1', 1_000_000)}>", ATTRIBUTES),
    "attributes without values": (f"<p{many(' a{}', 100_000)}>", ATTRIBUTES),
    "attributes in quotation marks": ("<p" + many(" a{}='>'", 100_000) + ">", ATTRIBUTES),
    "attributes with tags in them": ("<p" + many(" a{}='<p>'", 100_000) + ">", ATTRIBUTES),
    "attributes of a script": (f"<script{many(' a{}', 100_000)}></script>", ATTRIBUTES),
    "attributes of the root": (many("<html a{}=1>", 50_000), ATTRIBUTES),
    "formatting": (many("<p><b id={}>rain", 5000), FORMATTING),
    "formatting in capitals": (many("<P><FONT SIZE={}>rain", 5000), FORMATTING),
    "formatting before a table": (
        f"<p>{many('<i id={}>', 2500)}<table><tr><td>x</td></tr></table>{'<p>x' * 2500}",
        FORMATTING,
    ),
}


@pytest.mark.parametrize("name", TANGLED)
def test_tangled_markup_is_refused_at_once(name):
    """An error names the input and what there is too much of, in less than the time of a parse."""
    body, reason = TANGLED[name]
    start = time.process_time()
    with pytest.raises(OversizedInput, match=rf"\Apage\.html: {reason}\Z"):
        page_from(f"{DOCUMENT}{body}", name="page.html")
    assert time.process_time() - start < 5


PLAIN = {
    "paragraphs": "<p>rain" * 200_000,
    "items": "<ul>" + "<li>rain" * 200_000,
    "rows": "<table>" + "<tr><td>rain<td>sun" * 50_000,
    "boxes side by side": "<div><div>rain</div></div>" * 50_000,
    "boxes, some of them open": "<div><div><div>rain</div></div></div><div>" * 5000,
    "nested spans": "<span>" * 100_000 + "rain" + "</span>" * 100_000,
    "nested formatting of one kind": "<b>" * 100_000,
    "line breaks": "<br>" * 200_000,
    "icons": many('<i class="icon-{}"></i>', 50_000),
    "a font in each cell": "<table>" + many("<tr><td><font color={}>rain", 20_000),
    "nested tables": "<table><tr><td>" * 20_000,
    "a drawing": "<svg>" + many("<path d='M{} 0'/>", 50_000) + "</svg>",
    "a long attribute": f"<img src='data:image/png;base64,{'QUJD' * 500_000}'><p>rain",
    "a long list of one attribute": f"<p{' a=1' * 100_000}>rain",
    "a quotation mark too much": f'<div class="a"">{"<p>rain and sun, she said</p>" * 5000}',
    "markup in a script": f"<script>x = '{'<div>' * 100_000}'</script><p>rain",
    "markup in a comment": f"<!--{'<div>' * 100_000}--><p>rain",
    "a script that compares": f"<script>{'for(i=0;i<n;i++)f(i);' * 20_000}</script><p>rain",
}


@pytest.mark.parametrize("name", PLAIN)
def test_much_of_what_pages_hold_is_let_pass(name):
    """What costs the parser no more than its size is no reason to refuse a page."""
    assert page_from(f"{DOCUMENT}{PLAIN[name]}").media_type is MediaType.HTML


def test_what_is_no_html_is_never_refused_for_its_tags():
    """A text that shows code is not parsed, so nothing in it is too deep."""
    text = f"This is how to nest boxes:\n\n{'Write <div> and go on with the next. ' * 50_000}"
    assert page_from(text).media_type is MediaType.TEXT


def test_few_tags_ask_for_less_than_the_limit():
    """The number of tags that are never looked at is what the limit allows, as the estimate counts."""
    half = tangle.FEW // 2
    assert half * half * tangle.CLONE < tangle.LIMIT
    assert (2 * tangle.WINDOW // 4) ** 2 < tangle.LIMIT
