"""One article in ten languages, each page in its country's manner."""

import re

from html_pages import HEADLINE, STORY, page, paragraphs

LANGUAGES = {
    "en": {
        "headline": HEADLINE,
        "byline": "By Anna Westcott",
        "author": "Anna Westcott",
        "date": ("3 March 2025", "2025-03-03"),
        "body": STORY,
        "labels": {"related": "Related stories", "ranking": "Most read", "recommended": "Recommended for you"},
        "topics": ("Topics", ["Bridges", "Upper Wendle"]),
        "promo": "Read more: How oak bridges are inspected",
    },
    "de": {
        "headline": "Stadtrat stoppt den Verkauf des alten Freibads an einen Investor",
        "byline": "Von Katharina Brandstetter",
        "author": "Katharina Brandstetter",
        "date": ("3. März 2025", "2025-03-03"),
        "body": (
            (
                "Der Stadtrat von Oberlindach hat am Montagabend den Verkauf des alten Freibads an einen Investor aus"
                " der Nachbarstadt gestoppt, nachdem mehr als zweitausend Bürgerinnen und Bürger dagegen unterschrieben"
                " hatten."
            ),
            (
                "Das Becken ist seit drei Jahren leer, weil die Leitungen undicht sind und die Sanierung nach einem"
                " Gutachten rund vier Millionen Euro kosten würde. Der Investor wollte auf dem Gelände ein Hotel mit"
                " achtzig Zimmern bauen."
            ),
            (
                "„Wer das Bad verkauft, verkauft die Sommer unserer Kinder“, sagte die Vorsitzende des Fördervereins,"
                " Renate Zwickl, unter dem Beifall der Zuhörer. Der Bürgermeister kündigte an, bis zum Herbst ein neues"
                " Konzept vorzulegen."
            ),
        ),
        "labels": {"related": "Mehr zum Thema", "ranking": "Meistgelesen", "recommended": "Empfehlungen"},
        "topics": ("Themen", ["Freibad", "Oberlindach"]),
        "promo": "Lesen Sie auch: Warum so viele Freibäder schließen müssen",
    },
    "fr": {
        "headline": "Le dernier boulanger de Saint-Aubrac ferme boutique après quarante ans",
        "byline": "Par Hélène Marchadier",
        "author": "Hélène Marchadier",
        "date": ("3 mars 2025", "2025-03-03"),
        "body": (
            (
                "Le dernier boulanger de Saint-Aubrac a éteint son four dimanche à midi, après quarante ans de métier,"
                " faute d’avoir trouvé un repreneur pour une affaire qui nourrissait encore six hameaux de la vallée."
            ),
            (
                "Selon la mairie, quatre candidats ont visité le fournil depuis l’automne, mais aucun n’a obtenu le"
                " prêt nécessaire pour remplacer le matériel, dont certaines pièces datent de l’ouverture du magasin en"
                " 1985."
            ),
            (
                "« On ne vend pas seulement du pain, on donne des nouvelles », a confié Marcel Fauquier, qui prendra sa"
                " retraite à la fin du mois. Un dépôt de pain doit ouvrir à la bibliothèque trois matins par semaine."
            ),
        ),
        "labels": {"related": "Sur le même sujet", "ranking": "Les plus lus", "recommended": "Recommandé pour vous"},
        "topics": ("Mots-clés", ["Boulangerie", "Saint-Aubrac"]),
        "promo": "Lire aussi : Ces villages qui rachètent leur épicerie",
    },
    "es": {
        "headline": "Los vecinos de Valdeolmos paran las obras de la autopista con tractores",
        "byline": "Por María José Quintanilla",
        "author": "María José Quintanilla",
        "date": ("3 de marzo de 2025", "2025-03-03"),
        "body": (
            (
                "Una treintena de tractores bloqueó el lunes el acceso a las obras de la nueva autopista en Valdeolmos,"
                " donde los agricultores aseguran que el trazado dejará sin agua a más de doscientas hectáreas de"
                " huerta."
            ),
            (
                "La empresa constructora retiró a sus operarios a primera hora y anunció que no volverá hasta que la"
                " delegación del Gobierno garantice la seguridad. El consejero de Transportes pidió calma y ofreció una"
                " reunión para el jueves."
            ),
            (
                "«No estamos contra la carretera, estamos contra que pase por encima de nuestras acequias», explicó"
                " Carmen Ibarrola, portavoz de los regantes. Los vecinos piensan mantener la protesta durante toda la"
                " semana."
            ),
        ),
        "labels": {"related": "Noticias relacionadas", "ranking": "Lo más leído", "recommended": "Te recomendamos"},
        "topics": ("Temas", ["Autopistas", "Valdeolmos"]),
        "promo": "Lea también: El mapa de las carreteras que nunca se hicieron",
    },
    "pt": {
        "headline": "Pescadores de Barra Nova encontram canoa com mais de quatrocentos anos",
        "byline": "Por João Figueiredo",
        "author": "João Figueiredo",
        "date": ("3 de março de 2025", "2025-03-03"),
        "body": (
            (
                "Pescadores de Barra Nova encontraram na segunda-feira, durante a maré baixa, uma canoa de madeira que"
                " segundo os primeiros exames pode ter mais de quatrocentos anos e está quase inteira debaixo da areia."
            ),
            (
                "A equipe da universidade cercou o local e cobriu o casco com lonas molhadas para evitar que a madeira"
                " rachasse ao sol. A retirada deve levar pelo menos três semanas e depende da altura das marés de"
                " março."
            ),
            (
                "“Meu avô dizia que havia um barco dormindo ali, e ninguém acreditava”, contou o pescador Damião"
                " Sobral. A prefeitura quer expor a canoa num galpão do porto, mas ainda não sabe quem vai pagar a"
                " conta."
            ),
        ),
        "labels": {"related": "Notícias relacionadas", "ranking": "Mais lidas", "recommended": "Recomendado para você"},
        "topics": ("Tags", ["Arqueologia", "Barra Nova"]),
        "promo": "Leia também: Como se conserva madeira encharcada",
    },
    "pl": {
        "headline": "Mieszkańcy Dębowej Góry sami naprawili most po trzech latach czekania",
        "byline": "Autor: Agnieszka Wróblewska",
        "author": "Agnieszka Wróblewska",
        "date": ("3 marca 2025", "2025-03-03"),
        "body": (
            (
                "Mieszkańcy Dębowej Góry w ciągu jednego weekendu sami naprawili drewniany most na rzece, bo gmina od"
                " trzech lat odkładała remont, a dzieci musiały chodzić do szkoły okrężną drogą przez las."
            ),
            (
                "W pracach wzięło udział ponad sześćdziesiąt osób, a deski i śruby podarował właściciel miejscowego"
                " tartaku. Nadzór budowlany zapowiedział kontrolę jeszcze w tym tygodniu, ale wójt prosi, żeby nikogo"
                " nie karać."
            ),
            (
                "„Nie jesteśmy inżynierami, ale umiemy liczyć i mamy młotki”, powiedział sołtys Zbigniew Kałuża w"
                " rozmowie z naszą redakcją. Gmina obiecała, że do lata zwróci mieszkańcom koszty materiałów."
            ),
        ),
        "labels": {"related": "Powiązane artykuły", "ranking": "Najczęściej czytane", "recommended": "Polecamy"},
        "topics": ("Tagi", ["Mosty", "Dębowa Góra"]),
        "promo": "Czytaj też: Kto odpowiada za stan lokalnych mostów",
    },
    "ru": {
        "headline": "Жители посёлка Верхние Липы вернули себе последний автобус",
        "byline": "Автор: Ольга Мельникова",
        "author": "Ольга Мельникова",
        "date": ("3 марта 2025", "2025-03-03"),
        "body": (
            (
                "Жители посёлка Верхние Липы добились возвращения единственного автобусного маршрута, который отменили"
                " прошлой осенью из-за нехватки водителей и высоких цен на топливо, сообщила в понедельник районная"
                " администрация."
            ),
            (
                "Автобус будет ходить дважды в день, утром и вечером, и останавливаться у школы, поликлиники и рынка."
                " За полгода без маршрута местные пенсионеры потратили на такси столько, что хватило бы на новый"
                " двигатель."
            ),
            (
                "«Мы писали письма каждую неделю, пока в приёмной не выучили наши фамилии», — рассказала учительница"
                " Вера Сухорукова. Первый рейс назначен на субботу, и его собираются встречать пирогами и музыкой."
            ),
        ),
        "labels": {"related": "Материалы по теме", "ranking": "Самое читаемое", "recommended": "Рекомендуем"},
        "topics": ("Теги", ["Транспорт", "Верхние Липы"]),
        "promo": "Читайте также: Почему исчезают сельские маршруты",
    },
    "ja": {
        "headline": "山あいの小学校、最後の卒業式に村民二百人が集まる",
        "byline": "記者 高橋美咲",
        "author": "高橋美咲",
        "date": ("2025年3月3日", "2025-03-03"),
        "body": (
            (
                "今月末で閉校する北沢村の小学校で三日、最後の卒業式が開かれ、たった一人の卒業生を見送るために村の人口の半分"
                "にあたるおよそ二百人が体育館に集まった。校舎は百二十年前に村人の手で建てられたものだ。"
            ),
            (
                "卒業証書を受け取った六年生は、はっきりとした声で「この学校で習ったことを忘れません」と話し、会場からは大き"
                "な拍手が起こった。校長は涙をこらえながら、一人ひとりの来賓に感謝の言葉を述べた。"
            ),
            (
                "村は来年度から校舎を図書館と診療所として使う計画で、改修費の一部は全国から寄せられた寄付でまかなう。隣町の"
                "学校までは山道をバスで四十分かかるため、冬の通学路の安全が課題として残っている。"
            ),
        ),
        "labels": {"related": "関連記事", "ranking": "アクセスランキング", "recommended": "おすすめ記事"},
        "topics": ("キーワード", ["教育", "北沢村"]),
        "promo": "あわせて読みたい：閉校した校舎はその後どうなったか",
    },
    "ko": {
        "headline": "섬마을 유일한 약국, 주민 모금으로 다시 문 열어",
        "byline": "김서연 기자",
        "author": "김서연",
        "date": ("2025년 3월 3일", "2025-03-03"),
        "body": (
            (
                "지난해 문을 닫았던 솔개섬의 유일한 약국이 주민들의 모금으로 월요일 다시 문을 열었다. 섬 주민 사백여"
                " 명은 그동안 감기약 하나를 사기 위해 배를 타고 한 시간 넘게 육지로 나가야 했다."
            ),
            (
                "모금에는 육지에 나가 사는 자녀들까지 참여해 석 달 만에 목표액의 두 배가 모였다. 새로 부임한 약사는"
                " 어린 시절을 이 섬에서 보낸 사람으로, 은퇴할 때까지 떠나지 않겠다고 약속했다."
            ),
            (
                "이장은 기자에게 “이제 아픈 것보다 파도가 더 무섭던 시절은 끝났다”고 말했다. 군청은 약국의 임대료를"
                " 오 년 동안 지원하고 겨울철에는 의약품을 헬기로 운송하는 방안도 검토하고 있다."
            ),
        ),
        "labels": {"related": "관련 기사", "ranking": "많이 본 뉴스", "recommended": "추천 기사"},
        "topics": ("태그", ["의료", "솔개섬"]),
        "promo": "함께 읽기: 육지로 나가야 했던 주민들의 하루",
    },
    "ar": {
        "headline": "أهالي قرية وادي الزيتون يعيدون فتح البئر القديمة بعد عقد من الجفاف",
        "byline": "بقلم سلمى الحداد",
        "author": "سلمى الحداد",
        "date": ("3 مارس 2025", "2025-03-03"),
        "body": (
            (
                "أعاد أهالي قرية وادي الزيتون يوم الاثنين فتح البئر القديمة التي جفت قبل عشر سنوات، بعدما حفر متطوعون"
                " من القرية والقرى المجاورة أكثر من أربعين مترا في الصخر حتى وصلوا إلى الماء."
            ),
            (
                "وقال رئيس المجلس المحلي إن البئر ستكفي حاجة ثلاثمئة أسرة طوال الصيف إذا التزم الجميع بجدول السقي،"
                " وأضاف أن البلدية ستركب مضخة تعمل بالطاقة الشمسية قبل نهاية الشهر المقبل."
            ),
            (
                "وروت الحاجة فاطمة، وهي من أكبر سكان القرية سنا، أن النساء زغردن حين خرج الدلو الأول ممتلئا، وأن"
                " الأطفال الذين لم يروا الماء في البئر من قبل ظلوا حولها حتى غروب الشمس."
            ),
        ),
        "labels": {"related": "مواضيع ذات صلة", "ranking": "الأكثر قراءة", "recommended": "موصى به"},
        "topics": ("الكلمات المفتاحية", ["المياه", "وادي الزيتون"]),
        "promo": "اقرأ أيضا: كيف تغير الجفاف في عشر سنوات",
    },
}
LISTS = ("related", "ranking", "recommended")


def listed(language, name):
    """Three made-up headlines of one list: words of the language's own body, so that they look like it."""
    start = 3 + 7 * LISTS.index(name)
    words = " ".join(LANGUAGES[language]["body"]).split()
    if language == "ja":
        text = "".join(words)
        return [text[start + 16 * number : start + 16 * number + 15].strip("、。「」") for number in range(3)]
    return [" ".join(words[start + 7 * number : start + 7 * number + 7]) for number in range(3)]


def localised(language):
    """The language's article with byline, date, promo, topics and three lists."""
    words = LANGUAGES[language]
    lead, promo_title = re.split(r"(?<=[:：])\s*", words["promo"], maxsplit=1)
    inside = f"<article><h1>{words['headline']}</h1><p class='byline'>{words['byline']}</p>"
    inside += f"<p class='date'>{words['date'][0]}</p><div class='text'>{paragraphs(*words['body'][:2])}"
    inside += f"<p><strong>{lead}</strong> <a href='/other'>{promo_title}</a></p>{paragraphs(*words['body'][2:])}</div>"
    topics = "".join(f"<li><a href='/topic/{number}'>{name}</a></li>" for number, name in enumerate(words["topics"][1]))
    inside += f"<div class='tags'><h4>{words['topics'][0]}</h4><ul>{topics}</ul></div></article>"
    rail = "".join(
        f"<section><h2>{words['labels'][name]}</h2><ul>"
        + "".join(f"<li><a href='/{name}/{i}'>{text}</a></li>" for i, text in enumerate(listed(language, name)))
        + "</ul></section>"
        for name in LISTS
    )
    direction = "rtl" if language == "ar" else "ltr"
    return page(inside, lang=f'{language}" dir="{direction}', title=words["headline"], after=f"<aside>{rail}</aside>")
