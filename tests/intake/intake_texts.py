"""A made-up report in many languages, each with the legacy encodings its press used."""

ENGLISH = (
    "Last night thousands marched through the old harbour and asked the mayor for an explanation. “We won’t leave "
    "until we hear the truth,” one of them said. The café next door — it was its busiest night — didn’t mind."
)
GERMAN = (
    "Gestern Abend zogen Tausende durch die Straßen von Würzburg und verlangten vom Bürgermeister eine Erklärung. "
    "„Wir gehen nicht, bevor wir die Wahrheit hören“, sagte eine Teilnehmerin. Später kam es zu Rangeleien."
)
FRENCH = (
    "Hier soir, des milliers d’habitants sont descendus dans les rues de Besançon pour exiger des explications de la "
    "mairie. « Nous ne partirons pas avant d’avoir entendu la vérité », a déclaré une participante."
)
SPANISH = (
    "Anoche miles de vecinos salieron a las calles de Logroño para exigir explicaciones al ayuntamiento. «No nos "
    "iremos hasta oír la verdad», dijo una de las participantes. Según la policía, no hubo incidentes."
)
POLISH = (
    "Wczoraj wieczorem tysiące mieszkańców Łodzi wyszło na ulice, żądając wyjaśnień od władz miasta. „Nie odejdziemy, "
    "dopóki nie usłyszymy prawdy”, powiedziała jedna z uczestniczek. Policja twierdzi, że było spokojnie."
)
RUSSIAN = (
    "Вчера вечером тысячи жителей вышли на улицы Самары и потребовали объяснений от мэрии. «Мы не уйдём, пока не "
    "услышим правду», сказала одна из участниц. По данным полиции, митинг прошёл спокойно."
)
GREEK = (
    "Χθες το βράδυ χιλιάδες κάτοικοι βγήκαν στους δρόμους της Πάτρας και ζήτησαν εξηγήσεις από τον δήμο. «Δεν θα "
    "φύγουμε μέχρι να ακούσουμε την αλήθεια», είπε μία από τις συμμετέχουσες."
)
JAPANESE = (
    "昨夜、数千人の住民が仙台の大通りを行進し、市長に説明を求めた。「真実を聞くまで帰りません」と参加者の一人は語った。"
    "警察によると、駅前で小さな衝突があったものの、集会はおおむね平穏に終わったという。"
)
KOREAN = (
    "어젯밤 수천 명의 주민이 대전 거리로 나와 시장에게 해명을 요구했다. 진실을 듣기 전에는 떠나지 않겠다고 한 참가자는 "
    "말했다. 경찰은 역 근처에서 작은 충돌이 있었지만 집회는 대체로 평화롭게 끝났다고 밝혔다."
)
CHINESE = (
    "昨晚,数千名居民走上成都街头,要求市长作出解释。一位参加者说:“听不到真相,我们就不离开。”"
    "警方表示,尽管火车站附近发生了小规模冲突,集会总体上平静结束。"
)
TAIWANESE = (
    "昨晚,數千名居民走上臺南街頭,要求市長作出解釋。一位參加者說:「聽不到真相,我們就不離開。」"
    "警方表示,儘管火車站附近發生了小規模衝突,集會整體上平靜結束。"
)
THAI = (
    "เมื่อคืนนี้ชาวบ้านหลายพันคนออกมาเดินขบวนตามถนนในเชียงใหม่และเรียกร้องคำอธิบายจากเทศบาล "
    "ผู้เข้าร่วมคนหนึ่งกล่าวว่าเราจะไม่กลับจนกว่าจะได้ยินความจริง"
)

LEGACY = (
    # text, the name in the WHATWG standard, the codec of a writer
    (ENGLISH, "windows-1252", "cp1252"),
    (GERMAN, "windows-1252", "cp1252"),
    (FRENCH, "windows-1252", "cp1252"),
    (SPANISH, "windows-1252", "cp1252"),
    (POLISH, "windows-1250", "cp1250"),
    (RUSSIAN, "windows-1251", "cp1251"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (GREEK, "windows-1253", "cp1253"),
    (JAPANESE, "shift_jis", "shift_jis"),
    (JAPANESE, "euc-jp", "euc_jp"),
    (KOREAN, "euc-kr", "euc_kr"),
    (CHINESE, "gb18030", "gb2312"),
    (TAIWANESE, "big5", "big5"),
    (THAI, "windows-874", "cp874"),
)


def legacy_bytes(text: str, codec: str) -> bytes:
    """The text in a legacy codec; what it cannot write is left out."""
    return text.encode(codec, "ignore")
