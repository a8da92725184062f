"""What stands in and around a story without being of it: boxes, crumbs, readers' comments."""

FURNITURE = {
    "share bar": (
        "<ul class='share'><li><button>Share</button></li><li><a href='https://x.example/share'>Tweet</a></li>"
        "<li><a href='mailto:?'>Email</a></li><li><button>Copy link</button></li></ul>"
    ),
    "share words": (
        "<div class='social'><span>Share this article</span> <a href='#'>Facebook</a> <a href='#'>WhatsApp</a></div>"
    ),
    "advert label": "<div class='ad-slot' data-ad='1'><span>Advertisement</span></div>",
    "advert words": (
        "<div class='advert'><p>Advertisement</p><p>New boots from 29.99. Order today and walk tomorrow.</p>"
        "<a href='https://ads.example/c'>Shop now</a></div>"
    ),
    "German advert label": "<div class='anzeige'>Anzeige</div>",
    "newsletter box": (
        "<aside class='newsletter'><h3>The Mercury Morning</h3><p>All the news of the valley in your inbox"
        " every weekday at six. Sign up for free and unsubscribe whenever you like.</p><form><input type='email'>"
        "<button>Subscribe</button></form></aside>"
    ),
    "newsletter without a class": (
        "<div><p>Sign up to our daily newsletter and get the best stories straight to your"
        " inbox.</p><form action='/nl'><input type='email' name='m'><button>Sign up</button></form></div>"
    ),
    "audio player": "<div class='audio-player'><button>Listen to this article</button><span>4 min</span></div>",
    "figure": (
        "<figure><img src='/i.jpg' alt=''><figcaption>The bridge on Monday, with the barrier down. Photo: Lena"
        " Hartwell</figcaption></figure>"
    ),
    "follow us": (
        "<p class='follow'>Follow us on <a href='https://fb.example/m'>Facebook</a> and"
        " <a href='https://x.example/m'>X</a></p>"
    ),
    "empty paragraphs": "<p></p><p>&nbsp;</p><p><br></p>",
    "script and style": (
        "<script>var text = 'A script that talks about bridges and beams for twenty words.';</script>"
        "<style>.a:before{content:'words'}</style><noscript><p>Please enable JavaScript to see this part of the page."
        "</p></noscript><template><p>A template that nobody sees, with enough words to look real.</p></template>"
    ),
    "hidden attribute": (
        "<div hidden><p>This paragraph is hidden by its attribute and no reader of the page will ever see"
        " it, however long it may be and however much it reads like news.</p></div>"
    ),
    "display none": (
        "<p style='display: none'>This paragraph is hidden by its style and no reader of the page will ever see"
        " it, however long it may be and however much it reads like news.</p>"
    ),
    "comment node": (
        "<!-- <p>This paragraph stands in a comment of the source and no reader of the page sees it.</p> -->"
    ),
    "poll form": (
        "<form class='poll'><fieldset><legend>Would you pay a toll?</legend><label><input type='radio'> Yes"
        "</label><label><input type='radio'> No</label></fieldset><button>Vote</button></form>"
    ),
    "iframe": "<iframe src='https://video.example/e/1'>Your browser cannot show this frame.</iframe>",
    "video fallback": "<video src='/v.mp4'>Your browser does not support the video element.</video>",
    "related box": (
        "<aside class='related'><h3>Related</h3><ul><li><a href='/a'>Oak prices double in a year of storms</a>"
        "</li><li><a href='/b'>The last ferryman of the Wendle remembers</a></li></ul></aside>"
    ),
}
AROUND = {
    "author bio": (
        "<div class='author-bio'><img src='/a.jpg' alt=''><p><b>Anna Westcott</b> has covered the county for the"
        " Wendle Mercury since 2011. She lives in the valley with two dogs and a boat.</p></div>"
    ),
    "comments": (
        "<section id='comments'><h2>Comments (1)</h2><div class='comment'><b class='comment-author'>Millpond</b><p>My"
        " grandfather drove the first lorry over that bridge and said even then that it would not last for"
        " ever.</p></div></section>"
    ),
    "sidebar": (
        "<aside class='sidebar'><h3>Weather</h3><p>Rain at first, then sunny spells in the afternoon with a light"
        " westerly wind and highs of nine degrees.</p></aside>"
    ),
    "cookie banner": (
        "<div id='cookie-banner' role='dialog'><p>We and our partners use cookies to measure how the site is"
        " used and to show advertising. You can change your mind at any time.</p><button>Accept all</button></div>"
    ),
    "subscription offer": (
        "<div class='subscribe'><h3>Support local journalism</h3><p>Subscribe to the Wendle Mercury from"
        " £1 a week and help us to keep an eye on the council.</p><a href='/subscribe'>Subscribe now</a></div>"
    ),
    "other articles": (
        "<section><h2>More from Local</h2><article><h3><a href='/x'>Library opens on Sundays</a></h3><p>For the first"
        " time in its history the library of Lower Wendle will lend books on the day of"
        " rest.</p></article><article><h3><a href='/y'>Pub quiz ends in a draw</a></h3><p>After three hours and ninety"
        " questions two teams shared the ham on Thursday evening.</p></article></section>"
    ),
    "legal words": (
        "<p class='copyright'>Copyright 2025 Wendle Mercury. This material may not be published, broadcast,"
        " rewritten or redistributed.</p>"
    ),
    "paid links": (
        "<div class='partner-links'><h4>Sponsored links</h4><a href='https://ads.example/1'>Doctors are amazed by"
        " this trick</a><a href='https://ads.example/2'>Ten cars you can buy for less than a bicycle</a></div>"
    ),
    "corrections": (
        "<div class='feedback'><p>Spotted a mistake? <a href='/report'>Report it to the editors</a></p></div>"
    ),
}
CRUMBS = {
    "list": (
        "<nav aria-label='Breadcrumb'><ol><li><a href='/'>Home</a></li><li><a href='/local'>Local</a></li>"
        "<li><a href='/local/roads'>Roads</a></li></ol></nav>"
    ),
    "div with marks": (
        "<div class='breadcrumbs'><a href='/'>Home</a> &gt; <a href='/local'>Local</a> &gt;"
        " <a href='/local/roads'>Roads</a></div>"
    ),
    "spans with chevrons": (
        "<div class='breadcrumb'><span><a href='/'>Home</a></span> » <span><a href='/local'>Local</a>"
        "</span> » <span><a href='/local/roads'>Roads</a></span></div>"
    ),
}
COMMENTS = """<section id="comments" class="comments"><h2>2 comments</h2><ol class="comment-list">
<li class="comment"><div class="comment-meta"><b class="comment-author">Millpond</b>
<time datetime="2025-03-03T18:22:00+00:00">3 March 2025 at 18:22</time></div><div class="comment-content"><p>My
grandfather drove the first lorry over that bridge.</p></div><a class="reply" href="#r1">Reply</a></li>
<li class="comment"><div class="comment-meta"><b class="comment-author">Jane from Lower Wendle</b>
<time datetime="2025-03-04T07:01:00+00:00">4 March 2025 at 07:01</time></div><div class="comment-content"><p>And who
pays for the taxis to school?</p><p>Not the county, I bet.</p></div><a class="reply" href="#r2">Reply</a></li></ol>
<h3>Leave a comment</h3><form><textarea></textarea><button>Post</button></form></section>"""
