"""A page of each kind, with the kind that it is."""

from html_furniture import COMMENTS
from html_pages import HEADLINE, STORY, page, paragraphs, story

from copydesk.types import PageKind

TEASERS = (
    (
        "Council votes to keep the swimming pool open on Sundays",
        "Members were split down the middle until the mayor cast his vote.",
    ),
    (
        "Goat found on roof of the post office",
        "It took three firefighters and a bag of carrots to bring the animal down.",
    ),
    (
        "Wendle Rovers lose their fourth match in a row",
        "The manager blamed the pitch, the wind and, after a pause, the team.",
    ),
    ("New bus timetable starts in April", "Early services to the station will leave ten minutes before the old ones."),
    ("Museum buys a teapot with a past", "The silver pot was stolen twice and came home both times by post."),
    (
        "Rain fills the upper reservoir at last",
        "Engineers said the level was the highest that they had seen in nine years.",
    ),
    ("Baker wins regional prize for rye loaf", "Judges praised the crust and asked for the recipe, which she refused."),
    ("Choir looks for basses and gets forty", "Rehearsals had to move from the chapel to the sports hall on Thursday."),
    ("Thieves return bench to the park", "A note said that it had not fitted in the van as they had hoped."),
    ("School cook retires after 31 years", "Pupils gave her a ladle with the names of two thousand children."),
)


def front():
    cards = "".join(
        f"<article class='card'><h3><a href='/local/{i}'>{title}</a></h3><p>{line}</p><time>{i + 1} March"
        " 2025</time></article>"
        for i, (title, line) in enumerate(TEASERS)
    )
    return page(
        f"<h1>Local news</h1><div class='cards'>{cards}</div><a href='?page=2'>Next page</a>",
        title="Local news | Wendle Mercury",
    )


def live(*, head=""):
    posts = "".join(
        f"<div class='live-post' id='post-{i}'><time datetime='2025-03-03T{18 - i}:1{i}:00Z'>{18 - i}:1{i}</time><h2>"
        f"{TEASERS[i][0]}</h2><p>{STORY[i % 5]}</p></div>"
        for i in range(8)
    )
    return page(
        f"<h1>Storm over the valley: live updates</h1><p class='live-badge'>LIVE</p><p>Last updated 18:10</p>{posts}",
        head=head,
        title="Storm over the valley: live updates | Wendle Mercury",
    )


def gallery():
    shots = "".join(
        f"<figure class='slide'><img src='/g/{i}.jpg' alt=''><figcaption>{i + 1}/10 {line}</figcaption></figure>"
        for i, (_, line) in enumerate(TEASERS)
    )
    return page(
        "<h1>In pictures: the winter fair of Upper Wendle</h1><p>Ten views of a cold Saturday.</p><div"
        f" class='gallery'>{shots}</div>"
    )


def forum():
    posts = "".join(
        f"<div class='post' id='p{i}'><div class='post-author'><a href='/user/{i}'>user_{i}</a> Posts: {17 * i + 3}"
        f" Joined: 2019</div><div class='post-date'>03-03-2025, 1{i}:22</div><div"
        f" class='post-body'>{STORY[i % 5]}</div><a href='#'>Quote</a> <a href='#'>Reply</a></div>"
        for i in range(6)
    )
    return page(
        "<div class='breadcrumb'><a href='/forum'>Forum</a> &gt; <a href='/forum/roads'>Roads</a></div><h1>Is the"
        f" Wendle bridge safe?</h1><div class='thread'>{posts}</div><a href='/login'>Log in to reply</a>",
        title="Is the Wendle bridge safe? - Wendle Forum",
    )


KINDS = {
    "section front": (front(), PageKind.SECTION_FRONT),
    "live blog": (live(), PageKind.LIVE_BLOG),
    "live blog by its data": (
        live(
            head=(
                "<script"
                ' type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Storm'
                ' over the valley: live updates"}</script>'
            )
        ),
        PageKind.LIVE_BLOG,
    ),
    "gallery": (gallery(), PageKind.GALLERY),
    "video": (
        page(
            "<h1>Watch: barrier comes down at the Wendle bridge</h1><div class='video-player'><video controls"
            " src='/v.mp4'></video><span>01:42</span></div><p>Engineers closed the crossing on Monday. Video: Lena"
            " Hartwell.</p>",
            head="<meta property='og:type' content='video.other'>",
        ),
        PageKind.VIDEO,
    ),
    "forum thread": (forum(), PageKind.FORUM),
    "product page": (
        page(
            "<h1>Moorland walking boots</h1><p class='price'>£89.99</p><p>In stock</p><label>Size"
            " <select><option>40</option><option>41</option></select></label><button>Add to basket</button><h2>Product"
            " details</h2><ul><li>Waterproof leather</li><li>Weight 1.1 kg</li></ul><h2>Customer reviews</h2><p>4.6 out"
            " of 5 stars (212 ratings)</p><p>Free delivery on orders over £50. Returns within 30 days.</p>",
            title="Moorland walking boots | Wendle Outdoors",
            head="<meta property='og:type' content='product'>",
        ),
        PageKind.PRODUCT,
    ),
    "documentation page": (
        page(
            "<div class='sidebar'><ul class='toctree'><li><a href='#install'>Installation</a></li><li><a"
            " href='#use'>Usage</a></li><li><a href='api.html'>API reference</a></li><li><a"
            " href='faq.html'>FAQ</a></li></ul></div><div class='document'><h1>Getting started with bridgekit<a"
            " class='headerlink' href='#top'>¶</a></h1><p>bridgekit computes the loads on timber beams from their"
            " length, depth and kind of wood. It needs Python 3.11 or later and has no other requirements. This page"
            " shows how to install it and how to compute a first beam.</p><h2 id='install'>Installation</h2><p>Install"
            " the package from the index. If you use a virtual environment, activate it first:</p><pre><code>pip"
            " install bridgekit</code></pre><h2 id='use'>Usage</h2><p>Create a beam and call its <code>load()</code>"
            " method, which returns newtons. The argument <code>depth</code> is optional and defaults to 0.3"
            " metres.</p><pre><code>from bridgekit import Beam\nBeam(length=4).load()</code></pre><h2 id='api'>API"
            " reference</h2><dl><dt><code>Beam(length, depth=0.3)</code></dt><dd>A beam of oak. Raises"
            " <code>ValueError</code> if the length is not positive.</dd></dl></div><a rel='prev'"
            " href='/p'>Previous</a> <a rel='next' href='/n'>Next</a>",
            title="Getting started — bridgekit 2.1 documentation",
        ),
        PageKind.DOCUMENTATION,
    ),
    "consent wall": (
        page(
            "<div role='dialog'><h1>We value your privacy</h1><p>We and our 842 partners store and access information"
            " on a device, such as cookies, and process personal data for personalised advertising and"
            " content.</p><p>You may accept or manage your choices at any time by clicking below.</p><button>Accept"
            " all</button><button>Reject all</button><a href='/p'>Manage options</a></div>",
            title="Your privacy | Wendle Mercury",
            top="",
            bottom="",
        ),
        PageKind.WALL,
    ),
    "German consent wall": (
        page(
            "<h1>Willkommen beim Talboten</h1><p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking."
            " Details finden Sie in der Datenschutzerklärung.</p><button>Akzeptieren und weiter</button><p>Oder nutzen"
            " Sie unser Angebot ohne Tracking und Werbung im Pur-Abo für 4,99 Euro im Monat.</p><button>Jetzt"
            " abonnieren</button><a href='/login'>Schon Abonnent? Anmelden</a>",
            lang="de",
            title="Zustimmung – Talbote",
            top="",
            bottom="",
        ),
        PageKind.WALL,
    ),
    "robot check": (
        page(
            "<h1>Checking your browser before accessing wendlemercury.example</h1><p>Please enable JavaScript and"
            " cookies to continue. Verify you are human by completing the action below.</p><p>Ray ID: 7f31c09aa1</p>",
            title="Just a moment...",
            top="",
            bottom="",
        ),
        PageKind.WALL,
    ),
    "access denied": (
        page(
            "<h1>Access Denied</h1><p>You don't have permission to access this page on this server. Unusual traffic"
            " from your network was detected. Please complete the CAPTCHA to show that you are not a"
            " robot.</p><p>Reference #18.2f</p>",
            title="Access Denied",
            top="",
            bottom="",
        ),
        PageKind.WALL,
    ),
    "article": (story(), PageKind.ARTICLE),
    "short article in long lists": (
        page(
            f"<article><h1>{HEADLINE}</h1><p class='byline'>By Anna Westcott</p>{paragraphs(*STORY[:3])}</article>",
            after="<aside>"
            + "".join(
                f"<section><h2>{label}</h2><ul>"
                + "".join(f"<li><a href='/{label}/{i}'>{title}</a></li>" for i, (title, _) in enumerate(TEASERS[:6]))
                + "</ul></section>"
                for label in ("Related", "Most read", "Recommended")
            )
            + "</aside>",
        ),
        PageKind.ARTICLE,
    ),
    "article with one video": (story(lead="<video controls src='/v.mp4'></video>"), PageKind.ARTICLE),
    "article with comments": (story(after=COMMENTS), PageKind.ARTICLE),
    "article about cookies": (
        page(
            "<article><h1>Why every site asks you to accept cookies</h1><p class='byline'>By Anna Westcott</p>"
            + paragraphs(
                "Every reader knows the box: a site asks whether you accept cookies, offers one large button and hides"
                " the other behind three menus. The county’s consumer office counted 214 such boxes in a single working"
                " day last month.",
                "Its report, published on Monday, says that most visitors click whatever makes the box go away, and"
                " that only one in nine could say an hour later what they had agreed to when the office rang them up to"
                " ask.",
                "“Consent that nobody remembers is not consent,” said the head of the office, Ruth Pargeter, who wants"
                " the large button to be forbidden. Publishers said that advertising paid for the work of their"
                " newsrooms.",
            )
            + "</article>"
        ),
        PageKind.ARTICLE,
    ),
}
