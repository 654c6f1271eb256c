"""Pages of problems with what a playbook means (CC020-CC039)."""

from __future__ import annotations

from app.playbook.explain.page import Page
from app.playbook.problems import Level
from app.playbook.vocabulary import Label


def _page(code: str, title: Label, message: Label, why: Label, bad: str, good: str, **phrases: Label) -> Page:
    """An error's page; a phrase's name is its code without the angle brackets."""
    return Page(
        code, Level.ERROR, title, message, why, bad, good, {f"<{name}>": one for name, one in phrases.items()}
    )


_HEAD = """\
callcue: 1
id: demo
lang: en
"""

PAGES: tuple[Page, ...] = (
    _page(
        "CC020",
        Label("A condition that cannot be read", "Podmínka, která se nedá přečíst"),
        Label("this condition cannot be read: {reason}", "tuto podmínku nelze přečíst: {reason}"),
        Label(
            "A condition compares facts, fields and the state of the call: == != < <= > >=, in, not in, joined by "
            "and, or, not. It may ask known(fact), asked(stage.line), raised(objection) and answer(stage.line). "
            "Texts stand in quotes or as bare words. Nothing else is understood: no sums, no other brackets.",
            "Podmínka porovnává údaje, pole a stav hovoru: == != < <= > >=, in, not in, spojené slovy and, or, not. "
            "Smí se ptát known(údaj), asked(fáze.replika), raised(námitka) a answer(fáze.replika). Texty jsou "
            "v uvozovkách nebo jako holá slova. Nic jiného se nečte: žádné součty ani jiné závorky.",
        ),
        _HEAD
        + """\
facts: {hours: {type: number}}
stages:
  - id: opening
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
      - {id: many, when: hours = 5, say: That is a whole morning.}
""",
        _HEAD
        + """\
facts: {hours: {type: number}}
stages:
  - id: opening
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
      - {id: many, when: hours == 5, say: That is a whole morning.}
""",
        empty=Label("it is empty", "je prázdná"),
        too_long=Label(
            "it is too long or has too many brackets; split it",
            "je příliš dlouhá nebo má příliš mnoho závorek; rozdělte ji",
        ),
        too_many=Label(
            "there are more than {found} different ones in this playbook",
            "v tomto scénáři je jich přes {found} různých",
        ),
        single_equals=Label(
            "'is equal to' is written with two signs, ==", "„rovná se“ se píše dvěma znaky, =="
        ),
        and_sign=Label("write the word and instead of {found}", "místo {found} napište slovo and"),
        or_sign=Label("write the word or instead of {found}", "místo {found} napište slovo or"),
        not_sign=Label("write the word not instead of {found}", "místo {found} napište slovo not"),
        is_word=Label("write == instead of is", "místo is napište =="),
        open_text=Label(
            "a quotation mark has no partner (and backslashes are not used)",
            "uvozovka nemá do páru (a zpětná lomítka se nepoužívají)",
        ),
        strange_sign=Label("'{found}' means nothing in a condition", "„{found}“ v podmínce nic neznamená"),
        glued=Label(
            "'{found}' is neither a name nor a number; units are left out",
            "„{found}“ není název ani číslo; jednotky se nepíšou",
        ),
        not_closed=Label("the bracket {found} is never closed", "závorka {found} není uzavřená"),
        closed_twice=Label("the bracket {found} closes nothing", "závorka {found} nic neuzavírá"),
        long_number=Label("the number is too long", "číslo je příliš dlouhé"),
        not_expected=Label("'{found}' was not expected here", "„{found}“ sem nepatří"),
        unfinished=Label("something is missing after '{found}'", "za „{found}“ něco chybí"),
        no_join=Label(
            "before '{found}' a comparison or one of and, or, in is missing",
            "před „{found}“ chybí porovnání nebo jedno ze slov and, or, in",
        ),
        small_letters=Label(
            "write and, or, not, in with small letters instead of '{found}'",
            "slova and, or, not, in se píší malými písmeny, ne „{found}“",
        ),
        not_allowed=Label("'{found}' cannot stand here", "„{found}“ zde být nemůže"),
        list_alone=Label(
            "a list or a comma stands only behind in; decimals have a point",
            "seznam nebo čárka patří jen za in; desetinná čísla mají tečku",
        ),
        no_question=Label(
            "only known, asked, raised and answer may have brackets, not '{found}'",
            "závorky smějí mít jen known, asked, raised a answer, ne „{found}“",
        ),
        one_name=Label("put exactly one name into the brackets", "do závorek patří právě jeden název"),
        dotted=Label(
            "'{found}' has a dot but is no lead, call or rep field; for a line write answer({found}) or asked({found})",
            "„{found}“ má tečku, ale není pole lead, call ani rep; pro repliku napište answer({found}) nebo asked({found})",
        ),
    ),
    _page(
        "CC021",
        Label("No such stage", "Taková fáze není"),
        Label("no stage is called '{name}'", "žádná fáze se nejmenuje „{name}“"),
        Label(
            "A way leads to a stage by its id, to a line by stage.line, or to wrap_up or end. With a name that "
            "nothing has, the rep would be left without a next line in the middle of the call.",
            "Cesta vede do fáze podle jejího id, na repliku podle fáze.replika, nebo na wrap_up či end. Se jménem, "
            "které nic nemá, by obchodník uprostřed hovoru zůstal bez další repliky.",
        ),
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers:
          - {id: ok, label: Go on, to: discovry}
          - {id: later, label: Not now, to: wrap_up}
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today?}
""",
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers:
          - {id: ok, label: Go on, to: discovery}
          - {id: later, label: Not now, to: wrap_up}
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today?}
""",
    ),
    _page(
        "CC022",
        Label("No such line", "Taková replika není"),
        Label("no line is called '{name}'", "žádná replika se nejmenuje „{name}“"),
        Label(
            "A line's full name is its stage's id, a dot and its own id. A bare id is enough only in the same stage, "
            "or when no other line has it.",
            "Plný název repliky je id její fáze, tečka a její vlastní id. Samotné id stačí jen v téže fázi, nebo "
            "když ho žádná jiná replika nemá.",
        ),
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
      - {id: again, when: asked(opening.helo), say: Thank you.}
""",
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
      - {id: again, when: asked(opening.hello), say: Thank you.}
""",
    ),
    _page(
        "CC023",
        Label("No such story", "Takový příběh není"),
        Label("no story is called '{name}'", "žádný příběh se nejmenuje „{name}“"),
        Label(
            "A line or a response offers a story by the id that it has under stories, here or in a shared file.",
            "Replika nebo odpověď nabízí příběh podle id, které má v oddílu stories, zde nebo ve sdíleném souboru.",
        ),
        _HEAD
        + """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill., story: mil}
stories:
  - {id: mill, title: The mill}
""",
        _HEAD
        + """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill., story: mill}
stories:
  - {id: mill, title: The mill}
""",
    ),
    _page(
        "CC024",
        Label("No such objection", "Taková námitka není"),
        Label("no objection is called '{name}'", "žádná námitka se nejmenuje „{name}“"),
        Label(
            "An answer raises an objection, and raised(…) asks about one, by the id that it has under objections, "
            "here or in a shared file.",
            "Odpověď vyvolává námitku a raised(…) se na ni ptá podle id, které má v oddílu objections, zde nebo ve "
            "sdíleném souboru.",
        ),
        _HEAD
        + """\
stages:
  - id: close
    lines:
      - id: ask
        ask: Shall we set it up?
        answers:
          - {id: good, label: Good}
          - {id: dear, label: What does it cost?, objection: prise}
objections:
  - {id: price, kind: price, tone: calm, ask: Compared with what?, check: Is that all right?}
""",
        _HEAD
        + """\
stages:
  - id: close
    lines:
      - id: ask
        ask: Shall we set it up?
        answers:
          - {id: good, label: Good}
          - {id: dear, label: What does it cost?, objection: price}
objections:
  - {id: price, kind: price, tone: calm, ask: Compared with what?, check: Is that all right?}
""",
    ),
    _page(
        "CC025",
        Label("No such fact", "Takový údaj není"),
        Label("no fact is called '{name}'", "žádný údaj se nejmenuje „{name}“"),
        Label(
            "What a line learns, or an outcome requires, is declared under facts with its type, so that it can be "
            "a column in reviews and exports.",
            "Co se replikou zjistí nebo co výsledek vyžaduje, je uvedeno v oddílu facts i s typem, aby to mohl být "
            "sloupec v hodnocení a exportech.",
        ),
        _HEAD
        + """\
facts: {hours: {type: number}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hour}
""",
        _HEAD
        + """\
facts: {hours: {type: number}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
""",
    ),
    _page(
        "CC026",
        Label("An outcome never declared", "Výsledek, který není uveden"),
        Label(
            "'{name}' is not among the outcomes of this playbook",
            "„{name}“ není mezi výsledky tohoto scénáře",
        ),
        Label(
            "The goal, and whatever proposes an outcome, must name one from the playbook's outcomes list; without "
            "the list, one of the vocabulary.",
            "Cíl i vše, co navrhuje výsledek, musí uvést některý ze seznamu outcomes; není-li seznam, některý ze "
            "slovníku.",
        ),
        _HEAD
        + """\
goal: meeting
outcomes: [callback, not_interested]
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
""",
        _HEAD
        + """\
goal: meeting
outcomes: [meeting, callback, not_interested]
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
""",
    ),
    _page(
        "CC027",
        Label("No such scorecard", "Taková hodnoticí karta není"),
        Label(
            "there is no scorecard '{name}' in the folder scorecards",
            "ve složce scorecards není karta „{name}“",
        ),
        Label(
            "A scorecard is a file in the folder scorecards of the playbooks folder; the playbook names it without "
            "the ending .yaml.",
            "Hodnoticí karta je soubor ve složce scorecards ve složce scénářů; scénář ji uvádí bez koncovky .yaml.",
        ),
        _HEAD
        + """\
scorecard: saels
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
""",
        _HEAD
        + """\
scorecard: sales
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
""",
    ),
    _page(
        "CC028",
        Label("A rename that leads nowhere", "Přejmenování, které nikam nevede"),
        Label("nothing is called '{name}' now", "nic se teď nejmenuje „{name}“"),
        Label(
            "renames maps an old full name to the one that it has now, so that history and figures follow. The new "
            "name must exist: stage, stage.line, stage.line.answer, objection, objection.response, story, fact.",
            "renames převádí starý plný název na nynější, aby historie a čísla šly dál. Nový název musí existovat: "
            "fáze, fáze.replika, fáze.replika.odpověď, námitka, námitka.odpověď, příběh, údaj.",
        ),
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
renames: {opening.greeting: opening.helo}
""",
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
renames: {opening.greeting: opening.hello}
""",
    ),
    _page(
        "CC029",
        Label("An unknown name in a condition", "Neznámý název v podmínce"),
        Label(
            "'{name}' is neither a fact of this playbook nor a field of the lead, the call or the rep",
            "„{name}“ není údaj tohoto scénáře ani pole kontaktu, hovoru nebo obchodníka",
        ),
        Label(
            "A condition knows the playbook's facts, lead.…, call.…, rep.…, mood, drive and stage. A bare word "
            "stands for itself only where it is compared with one of these.",
            "Podmínka zná údaje scénáře, lead.…, call.…, rep.…, mood, drive a stage. Holé slovo znamená samo sebe "
            "jen tam, kde se s některým z nich porovnává.",
        ),
        _HEAD
        + """\
facts: {hours: {type: number}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
      - {id: many, when: houres > 5, say: That is a whole morning.}
""",
        _HEAD
        + """\
facts: {hours: {type: number}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
      - {id: many, when: hours > 5, say: That is a whole morning.}
""",
    ),
    _page(
        "CC030",
        Label("An unknown merge field", "Neznámé slučovací pole"),
        Label(
            "there is no field '{name}' to fill in",
            "pole „{name}“ neexistuje, není čím ho vyplnit",
        ),
        Label(
            "Braces hold a fact or a field of the lead, the call or the rep: {lead.first_name}, {hours}. Imported "
            "columns are {lead.extra.NAME}. A fallback stands after a bar: {lead.page|our page}.",
            "Ve složených závorkách je údaj nebo pole kontaktu, hovoru či obchodníka: {lead.first_name}, {hours}. "
            "Sloupce z importu jsou {lead.extra.NÁZEV}. Náhradní text je za svislou čarou: {lead.page|naše stránka}.",
        ),
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, say: "Hello {lead.firstname}, good morning."}
""",
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, say: "Hello {lead.first_name}, good morning."}
""",
    ),
    _page(
        "CC031",
        Label("A stray brace", "Osamocená složená závorka"),
        Label(
            "the brace in '{found}' is no field; a plain brace is written twice",
            "závorka v „{found}“ není pole; obyčejná složená závorka se píše dvakrát",
        ),
        Label(
            "A brace opens a merge field, which is one name without spaces and a closing brace. To show a brace, "
            "write it twice.",
            "Složená závorka začíná slučovací pole: jeden název bez mezer a uzavírací závorku. Má-li se závorka "
            "zobrazit, napište ji dvakrát.",
        ),
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, say: "Hello {lead.first_name, good morning."}
""",
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, say: "Hello {lead.first_name}, good morning."}
""",
    ),
    _page(
        "CC032",
        Label("Compared with what it can never be", "Porovnání s tím, co nikdy nemůže být"),
        Label(
            "{thing} can never be '{name}'; it is one of: {able}",
            "{thing} nikdy nemůže být „{name}“; může to být: {able}",
        ),
        Label(
            "A choice has only the codes of its options, a question only the ids of its answers, a yes-or-no fact "
            "only true and false, a number only numbers. Compared with anything else the condition would be silently "
            "wrong.",
            "Volba má jen kódy svých možností, otázka jen id svých odpovědí, údaj ano/ne jen true a false, číslo "
            "jen čísla. Porovnání s čímkoli jiným by bylo potichu špatně.",
        ),
        _HEAD
        + """\
facts: {decides: {type: choice, options: {self: the caller, partner: a partner}}}
stages:
  - id: discovery
    lines:
      - {id: who, ask: Who decides?, fact: decides}
      - {id: both, when: decides == partnr, say: Bring them along.}
""",
        _HEAD
        + """\
facts: {decides: {type: choice, options: {self: the caller, partner: a partner}}}
stages:
  - id: discovery
    lines:
      - {id: who, ask: Who decides?, fact: decides}
      - {id: both, when: decides == partner, say: Bring them along.}
""",
        number=Label("a number", "číslo"),
        money=Label("an amount", "částka"),
        date=Label("a date such as 2026-11-24", "datum, například 2026-11-24"),
        text=Label("a text", "text"),
    ),
    _page(
        "CC033",
        Label("A condition that can never hold", "Podmínka, která nikdy neplatí"),
        Label("'{when}' can never hold{reason}", "„{when}“ nikdy nemůže platit{reason}"),
        Label(
            "Whatever is learnt in the call, this condition stays false or unknown, so what depends on it is never "
            "offered. Usually two parts exclude each other (and instead of or), or a number lies outside the fact's "
            "min and max.",
            "Ať se v hovoru zjistí cokoli, podmínka zůstane nepravdivá nebo neznámá, a co na ní závisí, se nikdy "
            "nenabídne. Obvykle se dvě části vylučují (and místo or) nebo číslo leží mimo min a max údaje.",
        ),
        _HEAD
        + """\
facts: {hours: {type: number, min: 0, max: 100}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
      - {id: extreme, when: hours < 2 and hours > 40, say: That is unusual.}
""",
        _HEAD
        + """\
facts: {hours: {type: number, min: 0, max: 100}}
stages:
  - id: discovery
    lines:
      - {id: hours, ask: How many hours a week?, fact: hours}
      - {id: extreme, when: hours < 2 or hours > 40, say: That is unusual.}
""",
        alone=Label("", ""),
        with_objection=Label(
            " together with the objection's own '{given}'", " společně s podmínkou námitky „{given}“"
        ),
    ),
    _page(
        "CC034",
        Label("A stage that nothing leads to", "Fáze, do které nic nevede"),
        Label("no way leads to stage '{stage}': {reason}", "do fáze „{stage}“ nevede žádná cesta: {reason}"),
        Label(
            "From the first line, following answers, ways on and objections as far as their conditions allow, this "
            "stage is never reached. Either a way to it is missing or it is left over.",
            "Od první repliky se po odpovědích, cestách dál a námitkách, pokud to jejich podmínky dovolí, do této "
            "fáze nikdy nedojde. Buď do ní cesta chybí, nebo je fáze zbytečná.",
        ),
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
    next:
      - {to: close}
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill.}
  - id: close
    lines:
      - {id: ask, ask: Shall we set it up?}
""",
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
    next:
      - {when: mood == rushed, to: close}
      - {to: story}
  - id: story
    lines:
      - {id: tell, say: Let me tell you about a mill.}
  - id: close
    lines:
      - {id: ask, ask: Shall we set it up?}
""",
        jumped=Label(
            "'{before}' before it always goes on to {leads}, and nothing else names it",
            "„{before}“ před ní vždy pokračuje do: {leads}, a nic jiného ji neuvádí",
        ),
        only_from=Label(
            "only '{source}' leads to it, and '{source}' itself is never reached",
            "vede do ní jen „{source}“, kam se samo nikdy nedojde",
        ),
        blocked=Label(
            "the way from '{source}' to it never comes up; '{before}' before it goes on to {leads}",
            "cesta z „{source}“ do ní nikdy nenastane; „{before}“ před ní pokračuje do: {leads}",
        ),
    ),
    _page(
        "CC035",
        Label("A loop with no way out", "Smyčka, ze které není cesty"),
        Label(
            "there is no way out of here: {path}",
            "odtud není cesty ven: {path}",
        ),
        Label(
            "Once the call is in this loop, only skipping, an objection or hanging up would end it. Give one of its "
            "answers, or the stage's next, a way on.",
            "Kdo se do smyčky dostane, toho z ní vyvede jen vynechání, námitka nebo zavěšení. Dejte některé odpovědi "
            "nebo oddílu next cestu dál.",
        ),
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today?}
    next:
      - {to: discovery}
""",
        _HEAD
        + """\
stages:
  - id: opening
    lines:
      - {id: hello, ask: Is now all right?}
  - id: discovery
    lines:
      - {id: today, ask: How do you do it today?}
      - id: more
        ask: Is there anything else?
        answers:
          - {id: again, label: "Yes", to: discovery}
          - {id: enough, label: "No", to: wrap_up}
""",
    ),
    _page(
        "CC036",
        Label("A goal out of reach", "Nedosažitelný cíl"),
        Label(
            "the goal '{goal}' is proposed (line {line}), but no way through the call leads there: {path}",
            "cíl „{goal}“ se navrhuje (řádek {line}), ale žádná cesta hovorem k němu nevede: {path}",
        ),
        Label(
            "Something proposes the goal as the outcome, yet from the first line it can never be come to. The call "
            "could not succeed.",
            "Něco navrhuje cíl jako výsledek, ale od první repliky se k tomu nikdy nedojde. Hovor by nemohl uspět.",
        ),
        _HEAD
        + """\
goal: meeting
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers:
          - {id: later, label: Not now, to: wrap_up}
          - {id: ok, label: Go on, to: end}
      - id: ask
        ask: Shall we meet?
        answers:
          - {id: good, label: Gladly, outcome: meeting}
""",
        _HEAD
        + """\
goal: meeting
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers:
          - {id: later, label: Not now, to: wrap_up}
          - {id: ok, label: Go on}
      - id: ask
        ask: Shall we meet?
        answers:
          - {id: good, label: Gladly, outcome: meeting}
""",
    ),
    _page(
        "CC037",
        Label("An outcome that requires what nobody asks", "Výsledek vyžaduje, na co se nikdo neptá"),
        Label(
            "outcome '{outcome}' requires '{fact}', but no line learns it",
            "výsledek „{outcome}“ vyžaduje „{fact}“, ale žádná replika to nezjišťuje",
        ),
        Label(
            "What an outcome requires must be known before it is recorded. Let a line learn the fact, or take it off "
            "the list.",
            "Co výsledek vyžaduje, musí být známo, než se zapíše. Ať údaj zjišťuje některá replika, nebo ho ze "
            "seznamu vyřaďte.",
        ),
        _HEAD
        + """\
facts: {sent_to: {label: Sent to}}
outcomes:
  - {id: sample_sent, group: open, label: Sample sent, requires: [sent_to]}
stages:
  - id: opening
    lines:
      - {id: address, ask: Where shall I send it?}
""",
        _HEAD
        + """\
facts: {sent_to: {label: Sent to}}
outcomes:
  - {id: sample_sent, group: open, label: Sample sent, requires: [sent_to]}
stages:
  - id: opening
    lines:
      - {id: address, ask: Where shall I send it?, fact: sent_to}
""",
    ),
)
