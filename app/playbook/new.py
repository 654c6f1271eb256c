"""A small whole playbook to begin with, with comments that teach the language, in English or Czech."""

from __future__ import annotations

import re

from app.playbook.folding import fold
from app.playbook.vocabulary import Lang

_NOT_ID = re.compile(r"[^a-z0-9]+")


def id_for(title: str) -> str:
    """A playbook id made of ``title``: small letters, digits and hyphens, beginning with a letter."""
    name = _NOT_ID.sub("-", fold(title)).strip("-")
    return name if name[:1].isalpha() else f"playbook-{name}".rstrip("-")


def template(title: str, lang: str) -> str:
    """The text of a new playbook called ``title`` in ``lang``: it checks clean and can be walked at once."""
    text = _CS if lang == Lang.CS else _EN
    return text.replace("<id>", id_for(title)).replace("<title>", _quoted(title))


def _quoted(title: str) -> str:
    flat = " ".join(title.split())
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


_EN = """\
# A playbook guides one kind of call. Lines that begin with # are notes for you; nobody sees them in a call.
# Check it as often as you like:   callcue check THIS-FILE      Walk through it:   callcue play THIS-FILE
callcue: 1
id: <id>            # never changes and is the same in every translation: recorded calls hang on it
lang: en
title: <title>
goal: meeting       # the outcome that this call aims at
tone: warm          # how to sound, unless a stage or a line says otherwise

# What the call should find out. Each fact becomes a column in reviews and exports.
facts:
  hours: {label: Hours a week, type: number, unit: h, min: 0, max: 100}
  decides: {label: Who decides, type: choice, options: {self: the caller, partner: a partner}}

# The call runs through the stages from top to bottom, and through the lines of each.
stages:
  - id: opening
    title: Opening
    lines:
      - id: hello
        # `say` is a statement, `ask` wants an answer. A field in braces is filled in; the words after | stand in
        # when nothing is known.
        ask: "Hello {lead.first_name|there}, this is {rep.name|our team}. Is now all right for three minutes?"
        cue: [three minutes, now]                # three to six words to speak from, shown large
        do: Say your name, then stop.            # an instruction, never read aloud
        moods:
          rushed: {ask: "Hello, {rep.name|our team} here. Two minutes now, or shall I ring later?"}
        answers:
          - {id: go_on, label: "Yes, go on"}     # without `to` the next line follows
          - {id: later, label: Not now, to: wrap_up, outcome: callback}

  - id: discovery
    title: Discovery
    tone: {name: curious, pause: 2s, note: After a question count to two.}
    lines:
      - id: hours
        ask: How many hours a week does the paperwork take you?
        cue: [hours a week]
        must: true                               # counts in the review; skipping is allowed and logged
        fact: hours                              # the answer is kept here
        answers:
          - {id: few, label: Under two, value: 1}
          - {id: some, label: Two to five, value: 3}
          - {id: many, label: More than five, value: 8}
      - id: decides
        ask: Who decides about such things at your place?
        cue: [who decides this]
        fact: decides
        answers:
          - {id: alone, label: I do, value: self}
          - {id: together, label: I and a partner, value: partner}
    # The first way whose `when` holds is taken; without any the next stage follows.
    next:
      - {when: hours < 2 and decides == self, to: close}
      - {to: story}

  - id: story
    title: Story
    tone: lively
    lines:
      - id: bridge
        say: Let me tell you in half a minute how somebody else got rid of it.
        cue: [half a minute, somebody else]
        story: mill
      - id: like_yours
        ask: Which part of that sounds like yours?
        cue: [which part like yours]

  - id: close
    title: Asking for a decision
    drive: push                                  # pull draws the customer out, push asks for a step
    tone: confident
    lines:
      - id: meet
        ask: Shall we look at it together for twenty minutes?
        cue: [twenty minutes together]
        do: Ask, then stay silent until they answer.
        answers:
          - {id: gladly, label: "Yes, gladly", to: wrap_up, outcome: meeting}
          - {id: think, label: I must think about it, to: wrap_up, outcome: callback}
          - {id: refused, label: "No, thank you", to: wrap_up, outcome: not_interested}

# Reasons not to go on. They can come at any moment; the call returns to where it was.
objections:
  - id: price
    kind: price
    label: It is too expensive
    heard: [too expensive, no budget for it, somebody else is cheaper]   # how customers say it; the search knows these
    likely: [close]
    tone: calm
    acknowledge: I see, it is a sum worth weighing.
    ask: What are you comparing it with?
    # A ladder: the first response whose `when` holds. The one without a condition comes last.
    responses:
      - {id: payback, when: hours >= 5, say: "At {hours} hours a week it pays for itself within two months."}
      - {id: monthly, say: "It can be paid monthly, and you may stop any month."}
    check: Does it make sense put like that?
    exhausted: {say: Fair enough. Shall I ring again next quarter?}

# A story is told in under 45 seconds. `sample: true` reminds you to put a true one in its place.
stories:
  - id: mill
    title: The mill
    who: A mill with six people and one big order book.
    trouble: Somebody copied the book every evening for two hours.
    result: Now the orders come in by themselves, and the evenings are free.
    sample: true

outcomes: [meeting, callback, not_interested, no_answer, voicemail, do_not_call]
"""

_CS = """\
# Scénář vede jeden druh hovoru. Řádky začínající # jsou poznámky pro vás; v hovoru je nikdo nevidí.
# Kontrola, kdykoli chcete:   callcue check TENTO-SOUBOR      Hovor nanečisto:   callcue play TENTO-SOUBOR
callcue: 1
id: <id>            # nemění se a je stejné ve všech překladech: visí na něm zaznamenané hovory
lang: cs
title: <title>
goal: meeting       # výsledek, ke kterému hovor směřuje
tone: warm          # jak znít, pokud fáze nebo replika neříká jinak

# Co má hovor zjistit. Každý údaj je sloupec v hodnocení a exportech.
facts:
  hours: {label: Hodin týdně, type: number, unit: h, min: 0, max: 100}
  decides: {label: Kdo rozhoduje, type: choice, options: {self: volající, partner: společník}}

# Hovor prochází fáze shora dolů a v každé její repliky.
stages:
  - id: opening
    title: Otevření
    lines:
      - id: hello
        # `say` je sdělení, `ask` čeká odpověď. Pole ve složených závorkách se vyplní; slova za | se použijí,
        # když nic známo není.
        ask: "Dobrý den, u telefonu {rep.name|náš tým}. Hodí se teď na tři minuty?"
        cue: [tři minuty, teď]                   # tři až šest slov jako opora, velkým písmem
        do: Řekněte jméno a zmlkněte.            # pokyn, nikdy se nečte nahlas
        moods:
          rushed: {ask: "Dobrý den, {rep.name|náš tým}. Dvě minuty hned, nebo se mám ozvat později?"}
        answers:
          - {id: go_on, label: "Ano, povídejte"} # bez `to` následuje další replika
          - {id: later, label: Teď ne, to: wrap_up, outcome: callback}

  - id: discovery
    title: Zjištění potřeb
    tone: {name: curious, pause: 2s, note: Po otázce napočítejte do dvou.}
    lines:
      - id: hours
        ask: Kolik hodin týdně vám zabere papírování?
        cue: [kolik hodin týdně]
        must: true                               # počítá se v hodnocení; vynechat lze, ale zapíše se to
        fact: hours                              # sem se odpověď uloží
        answers:
          - {id: few, label: Do dvou, value: 1}
          - {id: some, label: Dvě až pět, value: 3}
          - {id: many, label: Víc než pět, value: 8}
      - id: decides
        ask: Kdo u vás o takových věcech rozhoduje?
        cue: [kdo to rozhoduje]
        fact: decides
        answers:
          - {id: alone, label: Já, value: self}
          - {id: together, label: Já a společník, value: partner}
    # Použije se první cesta, jejíž `when` platí; bez cest následuje další fáze.
    next:
      - {when: hours < 2 and decides == self, to: close}
      - {to: story}

  - id: story
    title: Příběh
    tone: lively
    lines:
      - id: bridge
        say: Za půl minuty vám povím, jak se toho zbavili jinde.
        cue: [za půl minuty, jinde]
        story: mill
      - id: like_yours
        ask: Co z toho znáte od vás?
        cue: [co znáte od vás]

  - id: close
    title: Žádost o rozhodnutí
    drive: push                                  # pull rozpovídává, push žádá o další krok
    tone: confident
    lines:
      - id: meet
        ask: Podíváme se na to spolu na dvacet minut?
        cue: [spolu dvacet minut]
        do: Zeptejte se a mlčte, dokud neodpoví.
        answers:
          - {id: gladly, label: "Ano, rádi", to: wrap_up, outcome: meeting}
          - {id: think, label: Musíme si to promyslet, to: wrap_up, outcome: callback}
          - {id: refused, label: "Ne, děkujeme", to: wrap_up, outcome: not_interested}

# Námitky. Mohou přijít kdykoli; hovor se pak vrátí tam, kde byl.
objections:
  - id: price
    kind: price
    label: Je to moc drahé
    heard: [je to drahé, nemáme na to rozpočet, jinde to mají levnější]   # jak to zákazníci říkají; v tom se hledá
    likely: [close]
    tone: calm
    acknowledge: Rozumím, je to částka k zamyšlení.
    ask: S čím to porovnáváte?
    # Žebřík: první odpověď, jejíž `when` platí. Odpověď bez podmínky patří na konec.
    responses:
      - {id: payback, when: hours >= 5, say: "Při {hours} hodinách týdně se to do dvou měsíců zaplatí."}
      - {id: monthly, say: Platit se dá měsíčně a kterýkoli měsíc můžete skončit.}
    check: Dává to takhle smysl?
    exhausted: {say: Chápu. Mám se ozvat příští čtvrtletí?}

# Příběh se vypráví pod 45 sekund. `sample: true` připomíná, že sem patří skutečný.
stories:
  - id: mill
    title: Mlýn
    who: Mlýn, šest lidí a jedna velká kniha objednávek.
    trouble: Každý večer ji někdo dvě hodiny přepisoval do počítače.
    result: Teď objednávky přicházejí samy a večery jsou volné.
    sample: true

outcomes: [meeting, callback, not_interested, no_answer, voicemail, do_not_call]
"""
