"""What follows the story of a text: topics, lists of headlines, counters, comments and the footer."""

import pytest
from text_pages import (
    HEADLINE,
    RANKING,
    RECOMMENDED,
    RELATED,
    STORY,
    TOPIC_LINES,
    TOPICS,
    all_lists,
    body,
    marked,
    read,
    scraped,
    texts,
    titles,
)


@pytest.mark.parametrize("lines", TOPIC_LINES)
def test_topic_lines(lines):
    """Topics are read from one line or many, whatever their label."""
    article = read([HEADLINE, "By Edda Holm", *STORY, lines])
    assert [name.lstrip("#").replace("CapeMarren", "Cape Marren") for name in texts(article.topics)] == TOPICS
    assert body(article) == list(STORY)


LABELS = {
    "German": ("Mehr zum Thema", "Meistgelesen", "Empfehlungen"),
    "German, other words": ("Weitere Artikel", "Beliebte Artikel", "Empfohlen"),
    "French": ("À lire aussi", "Les plus lus", "Recommandés pour vous"),
    "French, other words": ("Articles liés", "Les plus consultés", "Notre sélection"),
    "Spanish": ("Noticias relacionadas", "Lo más leído", "Recomendado para ti"),
    "Portuguese": ("Notícias relacionadas", "Mais lidas", "Recomendados"),
    "English capitals": ("RELATED ARTICLES", "MOST POPULAR", "RECOMMENDED FOR YOU"),
    "with a colon": ("Related:", "Most read:", "Recommended:"),
}
LOCAL = {
    "German": (
        "Leuchtturm am Kap wird nach dem Sturm wieder von Hand angezündet",
        (
            "Der Leuchtturm am Kap Marren wird ab heute Abend wieder von Hand angezündet, zum ersten Mal seit"
            " sechsunddreißig Jahren, weil der Sturm vom Wochenende das Kabel aus der Klippe gerissen hat."
        ),
        (
            "Zwei pensionierte Wärter haben sich bereit erklärt, bis zum Ende der Reparatur im Turm zu schlafen, teilte"
            " die Behörde am Mittwoch mit. Sie zünden in der Dämmerung eine Öllampe an und ziehen alle drei Stunden das"
            " Uhrwerk auf."
        ),
        (
            "„Man verlernt das nicht, nur die Knie vergessen die Treppe“, sagte der vierundsiebzigjährige Edwin"
            " Starling, der den Dienst vor langer Zeit verlassen hatte. Die Arbeiten sollen bis zur Mitte des nächsten"
            " Monats dauern."
        ),
    ),
    "French": (
        "Le phare du cap Marren sera de nouveau allumé à la main",
        (
            "Le phare du cap Marren sera allumé à la main dès ce soir, pour la première fois depuis trente-six ans,"
            " parce que la tempête du week-end dernier a arraché le câble électrique de la falaise."
        ),
        (
            "Deux gardiens à la retraite se sont portés volontaires pour dormir dans la tour jusqu’à la fin des"
            " travaux, a indiqué mercredi l’autorité côtière. Ils allumeront une lampe à huile et remonteront le"
            " mécanisme toutes les trois heures."
        ),
        (
            "« On n’oublie pas le métier, ce sont les genoux qui oublient l’escalier », a confié Edwin Starling, qui"
            " avait quitté le service il y a longtemps. Les réparations doivent durer jusqu’au milieu du mois prochain."
        ),
    ),
    "Spanish": (
        "El faro del cabo Marren volverá a encenderse a mano tras el temporal",
        (
            "El faro del cabo Marren se encenderá a mano desde esta noche, por primera vez en treinta y seis años,"
            " porque el temporal del pasado fin de semana arrancó el cable eléctrico del acantilado."
        ),
        (
            "Dos fareros jubilados se han ofrecido a dormir en la torre hasta que termine la reparación, informó el"
            " miércoles la autoridad costera. Encenderán una lámpara de aceite al anochecer y darán cuerda al mecanismo"
            " cada tres horas."
        ),
        (
            "«El oficio no se olvida, son las rodillas las que olvidan la escalera», dijo Edwin Starling, que dejó el"
            " servicio hace mucho tiempo. Las obras durarán previsiblemente hasta mediados del mes que viene."
        ),
    ),
}


@pytest.mark.parametrize("mark", ["- ", ""], ids=["marks", "no marks"])
@pytest.mark.parametrize("name", LABELS)
def test_labels_of_the_lists(name, mark):
    """The three lists are told apart by their headings in several languages, with list marks and without."""
    headline, *story = LOCAL.get(name.split(",")[0], (HEADLINE, *STORY))
    lines = [headline, *story]
    for label, entries in zip(LABELS[name], (RELATED, RANKING, RECOMMENDED), strict=True):
        lines += [label, *marked(entries, mark)]
    article = read(lines)
    assert body(article) == story
    assert all_lists(article) == [RELATED, RANKING, RECOMMENDED]


def test_numbered_ranking():
    """The numbers of a ranking are no part of its titles."""
    article = read([HEADLINE, *STORY, "Most read", *(f"{i}. {title}" for i, title in enumerate(RANKING, 1))])
    assert titles(article.ranking) == RANKING
    assert body(article) == list(STORY)


def test_numbers_in_their_own_lines():
    """Numbers that stand in lines of their own between the entries of a ranking are no entries."""
    article = read(
        [HEADLINE, *STORY, "Most read", *(line for i, title in enumerate(RANKING, 1) for line in (str(i), title))]
    )
    assert titles(article.ranking) == RANKING


@pytest.mark.parametrize("line", ["Like (41)\nWow (1,208)\nSad (0)", "Like (41) Wow (1,208) Sad (0)"])
def test_several_counters(line):
    """Several counters, in several lines or in one, are several reactions."""
    article = read([HEADLINE, *STORY, line])
    found = [(r.value.label, r.value.count) for r in article.reactions.value]
    assert found == [("Like", 41), ("Wow", 1208), ("Sad", 0)]
    assert body(article) == list(STORY)


def test_comments_at_the_end():
    """What readers wrote below the story is no body, and its writers are no authors."""
    comments = [
        "Comments (2)",
        "Millpond",
        "3 hours ago",
        (
            "My uncle kept that light for twenty years and never once complained about the stairs, only about"
            " the soup that came up with the boat."
        ),
        "Reply",
        "seadog71",
        "1 hour ago",
        "Who pays for the oil? I hope that it is not us again.",
        "Reply",
    ]
    article = read([HEADLINE, "By Edda Holm", *STORY, *comments])
    assert body(article) == list(STORY)
    assert texts(article.authors) == ["Edda Holm"]


def test_a_footer_is_no_body():
    """The lines that close a site are no body and no headline of a list."""
    footer = ["About us", "Contact", "Privacy Policy", "Terms of Use", "© 2025 Marren Post. All rights reserved."]
    article = read([*scraped(), *footer])
    assert body(article) == list(STORY)
    assert titles(article.recommended) == RECOMMENDED
