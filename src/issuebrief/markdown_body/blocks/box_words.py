"""What boxes are called, as editors name them in their own languages.

In:  a word.
Out: the kind of box that it names. The labels of `labels/` are among the words, in all languages, so that
     `::: Viktigt` is a box whatever the language of the brief.
"""

from __future__ import annotations

import unicodedata

KINDS = ("note", "tip", "important", "warning", "caution")
"""Boxes with a label of their own, as GitHub and Quarto have them, in the order of `Words.boxes`."""

KINDS_OF_REPORTS = ("recommendation", "case", "definition")
"""The same of reports, in the order of `Words.boxes`, behind the others."""

ALIASES = {
    "info": "note",
    "hint": "tip",
    "attention": "warning",
    "danger": "caution",
    "error": "caution",
    "callout": "box",
    "admonition": "box",
    "infobox": "box",
    "recommendations": "recommendation",
    "case-study": "case",
    "casestudy": "case",
}
"""The names that other programs have for them."""

WORDS = {
    "note": "athugið athugasemd bemærk bilješka huomautus hinweis megjegyzés merk märkus napomena nota notă "
    "not obs notera opmerking opomba pastaba piezīme poznámka uwaga anm anmerkung anmärkning бележка "
    "примечание примітка σημείωση nóta белешка забелешка beleška shënim shenim qeyd oharra "
    "catatan заўвага ескертпе նշում შენიშვნა टिप्पणी ملاحظة یادداشت הערה 备注 備註 注记 註釋 注記 参考 참고 "
    "노트",
    "tip": "conseil consejo consell dica nasvet nõuanne padoms patarimas savjet sfat suggerimento tipp "
    "tips vinkki wskazówka ábending ipucu порада совет съвет συμβουλή leid parir këshillë "
    "consello aholkua məsləhət парада савет savet кеңес խորհուրդ რჩევა सुझाव نصيحة نکته עצה טיפ "
    "提示 ヒント 팁 mẹo",
    "important": "belangrijk dôležité důležité fontos importante mikilvægt oluline pomembno svarbu svarīgi "
    "tärkeää viktig viktigt vigtigt ważne važno wichtig önemli важливо важно σημαντικό "
    "tábhachtach importanti vacib penting garrantzitsua важна маңызды կարևոր მნიშვნელოვანია "
    "महत्वपूर्ण مهم חשוב 重要 중요",
    "warning": "advarsel advertencia advertència avertisment avertissement avvertenza aviso brīdinājums "
    "figyelmeztetés hoiatus opozorilo ostrzeżenie upozorenje uyarı varning varoitus varovanie "
    "varování viðvörun waarschuwing warnung åtvaring įspėjimas попередження предупреждение "
    "προειδοποίηση rabhadh twissija paralajmërim peringatan xəbərdarlıq abisua предупредување "
    "упозорење папярэджанне ескерту նախազգուշացում გაფრთხილება चेतावनी تحذير هشدار אזהרה 警告 경고",
    "caution": "attenzione achtung atenção atsargiai atenție cuidado dikkat ettevaatust forsigtig "
    "forsiktig oprez ostrożnie precaución precaució previdno pozor atenció "
    "upozornění upozornenie uzmanību "
    "varo varúð vigyázat vorsicht внимание обережно осторожно προσοχή aire attenzjoni kujdes "
    "hati-hati diqqət kontuz опрез асцярожна увага абайлаңыз զգուշացում ყურადღება सावधानी تنبيه "
    "احتیاط זהירות 注意 주의",
    "recommendation": "ajánlás anbefaling aanbeveling doporučení empfehlung ieteikums odporúčanie preporuka "
    "priporočilo raccomandazione recomanació recomandare recomendación recomendação "
    "recommandation rekomendacija rekommendation soovitus suositus tilmæli tilråding öneri "
    "rekomendacja препоръка рекомендация рекомендація σύσταση توصية tövsiyə рэкамендацыя "
    "gomendioa توصیه moladh המלצה सिफ़ारिश առաջարկություն rekomendasi 提言 რეკომენდაცია ұсыныс "
    "권고 препорака rakkomandazzjoni rekomandim препорука 建议 建議",
    "case": "atvejis tilviksrannsókn casestudie casus esettanulmány fallbeispiel fallstudie "
    "tapaustutkimus juhtumiuuring казус kasu-azterketa cás-staidéar 事例 кейс 案例",
    "definition": "apibrėžimas définition definitie definicja definice definicija definició definición "
    "definiție definisjon definitsioon definizione definição definíció definícia definīcija "
    "määratlus määritelmä skilgreining tanım определение означення визначення дефиниция "
    "ορισμός تعريف tərif азначэнне definizioa تعریف sainmhíniú הגדרה परिभाषा սահմանում "
    "definisi 定義 განმარტება анықтама 정의 дефиниција definizzjoni përkufizim 定义",
    "box": "boks boîte caixa caja caseta casetă dėžutė doboz encadré encart faktaboks faktaruta "
    "faktarute fact-box factbox infoboks inforuta infokasten inforuutu kader kast kasten "
    "kutija kutu laatikko keretes okvir ramka rammi rámček rámeček recuadro riquadro ruta "
    "rute textbox textruta tekstboks tietolaatikko tietoruutu каре рамка врезка врізка "
    "πλαίσιο requadre intarpas ielogojums box إطار çərçivə урэзка koadroa کادر bosca recadro "
    "תיבה बॉक्स շրջանակ kotak 囲み ჩარჩო жақтау 상자 kaxxa kuti оквир hộp 专栏 專欄",
}
"""Words for each kind, in small letters; `box` is one without a label."""


def _kinds() -> dict[str, str]:
    """The kind that each name stands for. Programs' names come before words of a language."""
    kinds = {_plain(word): kind for kind, listed in WORDS.items() for word in listed.split()}
    return kinds | ALIASES | {kind: kind for kind in (*KINDS, *KINDS_OF_REPORTS, "box")}


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word.casefold().replace("i\u0307", "i"))


_KINDS = _kinds()


def kind_of_word(word: str) -> str:
    """The kind of box that a word names; empty where it names none."""
    return _KINDS.get(_plain(word), "")
