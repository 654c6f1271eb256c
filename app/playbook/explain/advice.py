"""Pages of advice: warnings and information (CC100-CC199)."""

from __future__ import annotations

from app.playbook.explain.page import Page
from app.playbook.problems import Level
from app.playbook.vocabulary import Label

_HEAD = """\
callcue: 1
id: demo
lang: en
"""
_PRICE = "{id: price, kind: price, tone: calm, ask: Compared with what?, check: Is that all right?"


def _page(
    code: str, title: Label, message: Label, why: Label, bad: str, good: str, level: Level = Level.WARNING
) -> Page:
    return Page(code, level, title, message, why, _HEAD + bad, _HEAD + good)


PAGES: tuple[Page, ...] = (
    _page(
        "CC100",
        Label("Too long to say", "Na vyslovení příliš dlouhé"),
        Label(
            "{words} words, about {seconds} s aloud: say it in at most 25 words and 9 seconds",
            "{words} slov, asi {seconds} s nahlas: vejděte se do 25 slov a 9 sekund",
        ),
        Label(
            "After about nine seconds the customer stops listening and the rep starts reading. Split the line, or "
            "leave something for the next question. Lines marked verbatim are not counted.",
            "Asi po devíti sekundách zákazník přestává poslouchat a obchodník začíná předčítat. Repliku rozdělte, "
            "nebo něco nechte na další otázku. Repliky označené verbatim se nepočítají.",
        ),
        """\
stages:
  - id: opening
    lines:
      - id: hello
        say: >-
          Good morning, I am calling because last week you left us your number on our page about bookings and
          invoices, and before I tell you anything at all about us I would love to hear how you do it today.
""",
        """\
stages:
  - id: opening
    lines:
      - {id: hello, say: "Good morning, you left us your number about bookings."}
      - {id: today, ask: How do you do it today?}
""",
    ),
    _page(
        "CC101",
        Label("Two questions in one line", "Dvě otázky v jedné replice"),
        Label(
            "{count} questions in one line: the customer answers only the last",
            "{count} otázky v jedné replice: zákazník odpoví jen na poslední",
        ),
        Label(
            "Asked two things at once, people answer the easier one. Make two lines of it.",
            "Na dvě otázky naráz lidé odpovídají na tu snazší. Udělejte z nich dvě repliky.",
        ),
        """\
stages:
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today? And what slows you down?}
""",
        """\
stages:
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today?}
      - {id: slows, ask: And what slows you down?}
""",
    ),
    _page(
        "CC102",
        Label("Cue words: three to six", "Opora: tři až šest slov"),
        Label(
            "{count} cue words: three to six are best", "Počet slov opory: {count}; nejlepší jsou tři až šest"
        ),
        Label(
            "The cue is read at a glance while listening. Under three words it says too little, over six it has to be "
            "read. All items of the cue count together.",
            "Opora se čte jedním pohledem při poslechu. Pod tři slova říká málo, nad šest se musí číst. Počítají se "
            "všechny položky dohromady.",
        ),
        """\
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, cue: [hours]}
""",
        """\
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, cue: [hours a week]}
""",
    ),
    _page(
        "CC103",
        Label("Too many answers", "Příliš mnoho odpovědí"),
        Label(
            "{count} answers: over {most} cannot be found in time; group them",
            "Počet odpovědí: {count}; víc než {most} se nedá včas najít, seskupte je",
        ),
        Label(
            "The rep picks an answer while the customer speaks. Join the rare ones into one, or ask in two steps.",
            "Obchodník vybírá odpověď, zatímco zákazník mluví. Méně časté spojte do jedné, nebo se ptejte nadvakrát.",
        ),
        """\
stages:
  - id: discovery
    lines:
      - id: day
        ask: Which day suits you?
        answers:
          - {id: monday}
          - {id: tuesday}
          - {id: wednesday}
          - {id: thursday}
          - {id: friday}
          - {id: saturday}
          - {id: sunday}
          - {id: never}
""",
        """\
stages:
  - id: discovery
    lines:
      - id: day
        ask: When does it suit you?
        answers:
          - {id: this_week}
          - {id: next_week}
          - {id: later}
""",
    ),
    _page(
        "CC104",
        Label("An objection left half done", "Nedokončená námitka"),
        Label("objection '{objection}' has no {missing}", "námitce „{objection}“ chybí: {missing}"),
        Label(
            "An objection is met by asking first, answering, and checking that it is settled, in a tone chosen "
            "beforehand. Without these the rep falls back on arguing.",
            "Námitka se řeší nejdřív otázkou, pak odpovědí a ověřením, že je vyřešená, v předem zvoleném tónu. Bez "
            "toho se obchodník začne přít.",
        ),
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
objections:
  - {id: price, kind: price, ask: Compared with what?}
""",
        f"""\
stages:
  - id: opening
    lines:
      - {{id: hello, ask: Is now all right?}}
objections:
  - {_PRICE}}}
""",
    ),
    _page(
        "CC105",
        Label("Two objections heard the same way", "Dvě námitky slyšené stejně"),
        Label(
            "'{phrase}' also leads to objection '{other}'",
            "„{phrase}“ vede také k námitce „{other}“",
        ),
        Label(
            "The finder cannot tell which of the two is meant. Give the phrase to one of them, or make each more "
            "exact. Case, accents and punctuation do not tell phrases apart.",
            "Vyhledávání nepozná, která z nich je míněna. Větu nechte jen u jedné, nebo obě upřesněte. Velikost "
            "písmen, háčky, čárky ani interpunkce věty nerozliší.",
        ),
        f"""\
stages:
  - id: opening
    lines:
      - {{id: hello, ask: Is now all right?}}
objections:
  - {_PRICE}, heard: [too expensive, no money]}}
  - {_PRICE.replace("id: price", "id: budget")}, heard: ["No money!"]}}
""",
        f"""\
stages:
  - id: opening
    lines:
      - {{id: hello, ask: Is now all right?}}
objections:
  - {_PRICE}, heard: [too expensive]}}
  - {_PRICE.replace("id: price", "id: budget")}, heard: [no money]}}
""",
    ),
    _page(
        "CC106",
        Label("A response that never comes first", "Odpověď, která nikdy nepřijde první"),
        Label(
            "response '{response}' never comes first: whenever it could, '{other}' before it holds",
            "odpověď „{response}“ nikdy nepřijde první: kdykoli by mohla, platí už „{other}“ před ní",
        ),
        Label(
            "The first response that holds is shown. Put the one with the narrower condition first, or mark the "
            "earlier one once: true, so that it makes room when it was used.",
            "Ukáže se první odpověď, která platí. Užší podmínku dejte dopředu, nebo dřívější odpověď označte "
            "once: true, aby po použití uvolnila místo.",
        ),
        f"""\
facts: {{hours: {{type: number}}}}
stages:
  - id: discovery
    lines:
      - {{id: hours, ask: How many hours a week?, fact: hours}}
objections:
  - {_PRICE}, responses: [
      {{id: monthly, say: Would paying monthly help?}},
      {{id: payback, when: hours >= 5, say: It pays for itself.}}]}}
""",
        f"""\
facts: {{hours: {{type: number}}}}
stages:
  - id: discovery
    lines:
      - {{id: hours, ask: How many hours a week?, fact: hours}}
objections:
  - {_PRICE}, responses: [
      {{id: payback, when: hours >= 5, say: It pays for itself.}},
      {{id: monthly, say: Would paying monthly help?}}]}}
""",
    ),
    _page(
        "CC107",
        Label("A must that can be missed", "Povinná otázka, kterou lze minout"),
        Label(
            "the goal can be reached without '{line}': {path}",
            "k cíli se dá dojít bez „{line}“: {path}",
        ),
        Label(
            "This line must be asked, yet a way to the goal never comes to it. Move it before the jump, or let the "
            "jump lead to it. A line passed over by its own condition or by the mood is not meant.",
            "Tato replika je povinná, ale některá cesta k cíli se k ní nedostane. Přesuňte ji před odbočku, nebo "
            "odbočku veďte k ní. Repliky vynechané vlastní podmínkou nebo naladěním se nepočítají.",
        ),
        """\
goal: meeting
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers:
          - {id: ok, label: Go on}
          - {id: hurry, label: Only quickly, to: close}
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today?, must: true}
  - id: close
    lines:
      - id: ask
        ask: Shall we meet?
        answers:
          - {id: good, label: Gladly, outcome: meeting}
          - {id: bad, label: No thanks, outcome: not_interested}
""",
        """\
goal: meeting
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers:
          - {id: ok, label: Go on}
          - {id: hurry, label: Only quickly, to: discovery}
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today?, must: true}
  - id: close
    lines:
      - id: ask
        ask: Shall we meet?
        answers:
          - {id: good, label: Gladly, outcome: meeting}
          - {id: bad, label: No thanks, outcome: not_interested}
""",
    ),
    _page(
        "CC108",
        Label("A story too long to listen to", "Příběh příliš dlouhý na poslech"),
        Label(
            "story '{story}' takes about {seconds} s aloud: 45 s is the most",
            "příběh „{story}“ trvá nahlas asi {seconds} s: nejvýš 45 s",
        ),
        Label(
            "Who, trouble and result together should take under 45 seconds; then ask a question. One detail that "
            "people see before them is worth more than three that they do not.",
            "Kdo, potíž a výsledek mají dohromady trvat pod 45 sekund; pak se zeptejte. Jeden detail, který člověk "
            "vidí před sebou, je víc než tři, které nevidí.",
        ),
        """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill., story: mill}
stories:
  - id: mill
    title: The mill
    who: >-
      There is a mill in the hills beyond the town with six people and a dog, run by the third generation of the same
      family, who had for sixty years written every single order by hand into a large green book beside the door.
    trouble: >-
      Every evening somebody had to copy the whole book into the computer, which took two hours on a good day and four
      on a bad one, and whenever a page got wet from the snow an order was lost, a baker stood there without flour on
      a Monday morning, and the owner herself had to drive across the county with ten sacks in the boot of her car.
    result: >-
      Today the orders come in by themselves, the evenings are free again, nobody has driven across the county with
      flour since the spring, and the green book lies in a glass case in the hall where visitors may look at it and
      laugh. The owner says that she would never go back, not even for the smell of the ink, although she misses it.
""",
        """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill., story: mill}
stories:
  - id: mill
    title: The mill
    who: A mill with six people and a big green order book.
    trouble: Every evening somebody copied the book for two hours.
    result: Now the evenings are free and the book lies in a glass case.
""",
    ),
    _page(
        "CC109",
        Label("A sample story", "Ukázkový příběh"),
        Label(
            "story '{story}' is made up; replace it with a true case before real calls",
            "příběh „{story}“ je vymyšlený; před skutečnými hovory ho nahraďte pravdivým",
        ),
        Label(
            "Telling an invented case as true is a false claim. Put in a case of yours and delete sample: true. This "
            "is only a reminder: a playbook made for trying out is right to have samples.",
            "Vydávat vymyšlený případ za skutečný je klamavé tvrzení. Vložte vlastní případ a sample: true smažte. "
            "Je to jen připomínka: scénář na vyzkoušení ukázky mít smí.",
        ),
        """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill., story: mill}
stories:
  - {id: mill, title: The mill, sample: true}
""",
        """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill., story: mill}
stories:
  - {id: mill, title: The mill}
""",
        Level.INFO,
    ),
    _page(
        "CC110",
        Label("An unused fact", "Nepoužitý údaj"),
        Label("nothing learns or uses the fact '{fact}'", "údaj „{fact}“ nic nezjišťuje ani nepoužívá"),
        Label(
            "It would be an empty column in every review and export. Let a line learn it, or delete it.",
            "V každém hodnocení a exportu by to byl prázdný sloupec. Ať ho některá replika zjišťuje, nebo ho smažte.",
        ),
        """\
facts: {hours: {type: number}, colour: {label: Favourite colour}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
""",
        """\
facts: {hours: {type: number}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
""",
    ),
    _page(
        "CC111",
        Label("An unused story", "Nepoužitý příběh"),
        Label(
            "no line and no response offers story '{story}'",
            "žádná replika ani odpověď nenabízí příběh „{story}“",
        ),
        Label(
            "A story is offered where a line or a response names it. This one waits unseen.",
            "Příběh se nabídne tam, kde ho uvede replika nebo odpověď. Tento čeká, aniž by ho kdo viděl.",
        ),
        """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill.}
stories:
  - {id: mill, title: The mill}
""",
        """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill., story: mill}
stories:
  - {id: mill, title: The mill}
""",
    ),
    Page(
        "CC112",
        Level.WARNING,
        Label("A text in another language", "Text v jiném jazyce"),
        Label("this text is not in {lang}", "tento text není {lang}"),
        Label(
            "The playbook says in which language it is. A text left over from a translation would be read out to the "
            "customer. Judged by letters and common words; short and doubtful texts are let be.",
            "Scénář uvádí, v jakém je jazyce. Text, který zbyl po překladu, by se přečetl zákazníkovi. Posuzuje se "
            "podle písmen a běžných slov; krátké a nejisté texty se nechávají být.",
        ),
        _HEAD
        + """\
stages:
  - id: discovery
    lines:
      - {id: today, ask: "Jak to řešíte dnes, když přijde objednávka?"}
""",
        _HEAD
        + """\
stages:
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today when an order comes in?}
""",
        {"<en>": Label("English", "anglicky"), "<cs>": Label("Czech", "česky")},
    ),
    _page(
        "CC113",
        Label("Something left to do", "Něco zbývá udělat"),
        Label("a {found} is left", "zůstalo tu {found}"),
        Label(
            "A mark of unfinished work, in a text or in a comment. Finish it before somebody reads it to a customer.",
            "Značka nedokončené práce v textu nebo v poznámce. Dokončete ji, než ji někdo přečte zákazníkovi.",
        ),
        """\
stages:
  - id: opening
    lines:
      - {id: hello, say: "Good morning, TODO the reason for the call."}
""",
        """\
stages:
  - id: opening
    lines:
      - {id: hello, say: "Good morning, you wrote to us."}
""",
    ),
    _page(
        "CC114",
        Label("A mood without its wording", "Chybí znění pro naladění"),
        Label("'{name}' has no wording for mood {mood}", "„{name}“ nemá znění pro naladění {mood}"),
        Label(
            "needs_moods says which moods must have words of their own: under moods for a line, in at least one "
            "response for an objection. Skipping is no wording.",
            "needs_moods říká, která naladění musejí mít vlastní slova: u repliky v oddílu moods, u námitky aspoň "
            "v jedné odpovědi. Vynechání není znění.",
        ),
        """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        needs_moods: [rushed]
""",
        """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        moods: {rushed: {ask: "Two minutes?"}}
        needs_moods: [rushed]
""",
    ),
    _page(
        "CC115",
        Label("Missing beside the translation", "Oproti překladu chybí"),
        Label("'{name}' is in {file} and missing here", "„{name}“ je v souboru {file} a tady chybí"),
        Label(
            "Translations of a playbook share its id and must share all other ids, else figures of the two languages "
            "do not add up. Shown where the missing part belongs.",
            "Překlady téhož scénáře mají stejné id a musejí mít stejná i všechna ostatní, jinak se čísla obou jazyků "
            "nesečtou. Ukazuje se místo, kam chybějící část patří.",
        ),
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
""",
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
      - {id: frame, say: I have three questions.}
""",
    ),
    _page(
        "CC116",
        Label("More than in the translation", "Oproti překladu přebývá"),
        Label("'{name}' is here and missing in {file}", "„{name}“ je tady a chybí v souboru {file}"),
        Label(
            "Translations of a playbook share its id and must share all other ids, else figures of the two languages "
            "do not add up. Add it to the other file, or spell both the same.",
            "Překlady téhož scénáře mají stejné id a musejí mít stejná i všechna ostatní, jinak se čísla obou jazyků "
            "nesečtou. Doplňte ho do druhého souboru, nebo obě id sjednoťte.",
        ),
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
      - {id: frame, say: I have three questions.}
      - {id: extra, say: They take five minutes.}
""",
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
      - {id: frame, say: I have three questions.}
""",
    ),
    _page(
        "CC117",
        Label("A condition that always holds", "Podmínka, která vždy platí"),
        Label("'{when}' always holds; leave it out", "„{when}“ platí vždy; vynechte ji"),
        Label(
            "Whatever happens in the call, this is true, so it decides nothing. Usually or was meant as and, or a "
            "stage asks whether it is itself.",
            "Ať se v hovoru stane cokoli, platí to, takže to o ničem nerozhoduje. Obvykle se místo or myslelo and, "
            "nebo se fáze ptá, zda je to ona.",
        ),
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
      - {id: calm, when: mood != angry or mood != rushed, say: Thank you.}
""",
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
      - {id: calm, when: mood != angry and mood != rushed, say: Thank you.}
""",
    ),
    _page(
        "CC118",
        Label("A condition about a fact that nobody asks", "Podmínka o údaji, na který se nikdo neptá"),
        Label("no line learns the fact '{fact}'", "údaj „{fact}“ žádná replika nezjišťuje"),
        Label(
            "A fact that is never learnt stays unknown, and a comparison with it never holds. Let a line learn it.",
            "Údaj, který se nezjistí, zůstává neznámý a porovnání s ním nikdy neplatí. Ať ho zjišťuje některá replika.",
        ),
        """\
facts: {hours: {type: number}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?}
      - {id: many, when: hours > 5, say: That is a whole morning.}
""",
        """\
facts: {hours: {type: number}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
      - {id: many, when: hours > 5, say: That is a whole morning.}
""",
    ),
    _page(
        "CC119",
        Label("A shared objection likely elsewhere", "Sdílená námitka častá jinde"),
        Label(
            "objection '{objection}' is likely in '{name}', a stage that this playbook does not have",
            "námitka „{objection}“ je častá ve fázi „{name}“, kterou tento scénář nemá",
        ),
        Label(
            "A shared file serves several playbooks, and not all have the same stages, so this is only information. "
            "Look whether it is a slip of the pen.",
            "Sdílený soubor slouží více scénářům a ne všechny mají stejné fáze, proto je to jen informace. Podívejte "
            "se, zda nejde o překlep.",
        ),
        """\
uses: [shared.yaml]
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
""",
        """\
uses: [shared.yaml]
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
  - id: close
    lines:
      - {id: ask, ask: Shall we meet?}
""",
        Level.INFO,
    ),
    _page(
        "CC120",
        Label("A way on that is never taken", "Cesta dál, která se nikdy nepoužije"),
        Label(
            "the way from '{stage}' to '{to}' is never taken: one before it always is",
            "cesta z „{stage}“ do „{to}“ se nikdy nepoužije: vždy se použije některá před ní",
        ),
        Label(
            "The first way whose condition holds is taken. Put the one without a condition last.",
            "Použije se první cesta, jejíž podmínka platí. Cestu bez podmínky dejte na konec.",
        ),
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
    next:
      - {to: close}
      - {when: mood == rushed, to: wrap_up}
  - id: close
    lines:
      - {id: ask, ask: Shall we meet?}
""",
        """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
    next:
      - {when: mood == rushed, to: wrap_up}
      - {to: close}
  - id: close
    lines:
      - {id: ask, ask: Shall we meet?}
""",
    ),
    _page(
        "CC121",
        Label("A fact with a reserved name", "Údaj s vyhrazeným názvem"),
        Label(
            "a fact called '{fact}' cannot be asked about in conditions",
            "na údaj jménem „{fact}“ se v podmínkách nejde ptát",
        ),
        Label(
            "In a condition mood, drive and stage mean the state of the call, lead, call and rep begin a field, and "
            "and, or, not, in, true and false are words of its own. Choose another id for the fact.",
            "V podmínce znamenají mood, drive a stage stav hovoru, lead, call a rep začínají pole a and, or, not, in, "
            "true a false jsou její vlastní slova. Zvolte pro údaj jiné id.",
        ),
        """\
facts: {mood: {label: How they felt}}
stages:
  - id: discovery
    lines:
      - {id: felt, ask: How did it feel?, fact: mood}
""",
        """\
facts: {feeling: {label: How they felt}}
stages:
  - id: discovery
    lines:
      - {id: felt, ask: How did it feel?, fact: feeling}
""",
    ),
    _page(
        "CC122",
        Label("An allowance without a reason", "Povolení bez důvodu"),
        Label(
            "{code} is allowed here, but not why: write the reason behind the code",
            "{code} je tu povoleno, ale chybí proč: důvod napište za kód",
        ),
        Label(
            "A comment # callcue: allow CC010 reason silences a problem for good. In half a year nobody remembers why; "
            "with a few words behind the code the next person knows whether the reason still holds.",
            "Poznámka # callcue: allow CC010 důvod umlčí nález natrvalo. Za půl roku už nikdo neví proč; s pár slovy za "
            "kódem ten, kdo přijde po vás, pozná, zda důvod ještě platí.",
        ),
        """\
owner: sales desk  # callcue: allow CC010
stages:
  - id: opening
    lines:
      - {id: hello, say: Good morning.}
""",
        """\
owner: sales desk  # callcue: allow CC010 our list of playbooks reads it
stages:
  - id: opening
    lines:
      - {id: hello, say: Good morning.}
""",
    ),
)
