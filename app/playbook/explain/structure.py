"""Pages of problems with the file's structure (CC001-CC019, CC040-CC049)."""

from __future__ import annotations

from app.playbook.explain.page import Page
from app.playbook.explain.structure_words import EXPECTED, FOUND, PARTS, SYNTAX
from app.playbook.problems import Level
from app.playbook.vocabulary import Label

_TOP = "callcue: 1\nid: example\nlang: en\n"
_LINES = _TOP + "stages:\n  - id: opening\n    lines:\n"
_LINE = _LINES + "      - id: hello\n"
_GOOD = _LINE + "        say: Good morning.\n"
_ASKS = _LINE + "        ask: How many hours a week does it take?\n"
_OBJECTION = _GOOD + "objections:\n  - id: too_expensive\n    kind: price\n    label: It is too expensive\n"

_UNREADABLE: tuple[Page, ...] = (
    Page(
        "CC001",
        Level.ERROR,
        Label("The YAML does not parse", "YAML se nedá přečíst"),
        Label("{reason}", "{reason}"),
        Label(
            "A playbook is a YAML file: keys and values behind a colon, one level deeper for two more spaces, a dash "
            "before each item of a list. Put a text in quotes when it holds a colon with a space behind it, or begins "
            "with a sign such as { [ & * ! @ % or a quote. Until the file parses nothing else in it can be checked.",
            "Scénář je soubor YAML: klíče a za dvojtečkou hodnoty, o úroveň níž se jde dvěma mezerami, před každou "
            "položkou seznamu je pomlčka. Text dejte do uvozovek, když obsahuje dvojtečku s mezerou za ní nebo začíná "
            "znakem jako { [ & * ! @ % či uvozovkou. Dokud se soubor nedá přečíst, nelze kontrolovat nic dalšího.",
        ),
        _LINE + "        say: One thing: may I ask?\n",
        _LINE + '        say: "One thing: may I ask?"\n',
        SYNTAX,
    ),
    Page(
        "CC002",
        Level.ERROR,
        Label("The file is not plain UTF-8 text", "Soubor není prostý text v UTF-8"),
        Label("{reason}", "{reason}"),
        Label(
            "Playbooks are saved as UTF-8, so that Czech letters are the same on every computer. In your editor choose "
            "“Save with encoding: UTF-8”. Control characters, which come with text copied from other programs, are "
            "not allowed; delete them.",
            "Scénáře se ukládají v UTF-8, aby česká písmena byla na každém počítači stejná. V editoru zvolte „Uložit "
            "s kódováním: UTF-8“. Řídicí znaky, které se přenesou při kopírování z jiných programů, nejsou dovolené; "
            "smažte je.",
        ),
        "# saved as Windows-1250, so the letters with hooks are other bytes than in UTF-8\n",
        "# saved as UTF-8\n" + _GOOD,
        {
            "<encoding>": Label(
                "the file is saved as {encoding}; save it as UTF-8",
                "soubor je uložen v kódování {encoding}; uložte ho v UTF-8",
            ),
            "<bytes_of_another>": Label(
                "the byte {character} is not UTF-8; save the file as UTF-8",
                "bajt {character} nepatří do UTF-8; uložte soubor v UTF-8",
            ),
            "<control>": Label(
                "the control character {character} is not allowed here; delete it",
                "řídicí znak {character} tu není dovolený; smažte ho",
            ),
        },
    ),
    Page(
        "CC003",
        Level.ERROR,
        Label("The file is too large", "Soubor je příliš velký"),
        Label("{reason}", "{reason}"),
        Label(
            "A playbook is for one kind of call. Move what several playbooks share into files that they use (the key "
            "uses), and split what serves different calls.",
            "Scénář je pro jeden druh hovoru. Co mají scénáře společné, přesuňte do souborů, které používají (klíč "
            "uses), a co slouží různým hovorům, rozdělte.",
        ),
        "# a file of more than 4 MiB\n",
        "# a file of some thousand lines\n" + _GOOD,
        {
            "<bytes>": Label("the file is larger than {most} MiB", "soubor je větší než {most} MiB"),
            "<nodes>": Label(
                "the file has more than {most} keys and values", "soubor má víc než {most} klíčů a hodnot"
            ),
        },
    ),
    Page(
        "CC004",
        Level.ERROR,
        Label("Too deeply nested", "Příliš hluboké vnoření"),
        Label(
            "this is nested more than {most} levels deep", "tohle je vnořeno hlouběji než do {most}. úrovně"
        ),
        Label(
            "Nothing in the language lies deeper than ten levels. Depth like this comes from brackets that are never "
            "closed or from lines that move right by mistake.",
            "Nic v jazyce scénářů neleží hlouběji než deset úrovní. Taková hloubka vzniká z neuzavřených závorek nebo "
            "z řádků, které omylem ujely doprava.",
        ),
        _LINE + "        say: " + "[" * 40 + "]" * 40 + "\n",
        _GOOD,
    ),
    Page(
        "CC005",
        Level.ERROR,
        Label("The same key twice", "Stejný klíč dvakrát"),
        Label(
            "'{key}' is here twice; the first is on line {line}",
            "„{key}“ je tu dvakrát; poprvé na řádku {line}",
        ),
        Label(
            "A key may stand once in one mapping, or one of the two texts would be lost without a word. Delete one, or "
            "give the second its own item with a dash.",
            "Klíč smí být v jednom bloku jen jednou, jinak by jeden z textů tiše zmizel. Jeden smažte, nebo z druhého "
            "udělejte samostatnou položku s pomlčkou.",
        ),
        _GOOD + "        say: Good afternoon.\n",
        _GOOD,
    ),
    Page(
        "CC006",
        Level.ERROR,
        Label("A second document", "Druhý dokument"),
        Label(
            "a second document begins here; a file holds one playbook",
            "tady začíná druhý dokument; v souboru je jeden scénář",
        ),
        Label(
            "A line of three dashes begins another document. Remove it, or move what follows into a file of its own.",
            "Řádek se třemi pomlčkami začíná další dokument. Odstraňte ho, nebo přesuňte pokračování do vlastního "
            "souboru.",
        ),
        _GOOD + "---\nid: another\n",
        _GOOD,
    ),
    Page(
        "CC007",
        Level.ERROR,
        Label("An alias inside itself", "Odkaz sám v sobě"),
        Label(
            "*{name} stands for the very thing that it is part of",
            "*{name} zastupuje právě to, čeho je součástí",
        ),
        Label(
            "An alias (*name) repeats what an anchor (&name) marked. Inside the marked thing it would repeat for ever.",
            "Odkaz (*jméno) opakuje to, co označuje kotva (&jméno). Uvnitř označené věci by se opakoval donekonečna.",
        ),
        _LINE + "        say: &hello [Good morning., *hello]\n",
        _GOOD,
    ),
    Page(
        "CC008",
        Level.ERROR,
        Label("Aliases stand for too much", "Odkazy zastupují příliš mnoho"),
        Label(
            "with *{name}, the aliases of this file stand for more than {most} keys and values",
            "s *{name} zastupují odkazy v souboru víc než {most} klíčů a hodnot",
        ),
        Label(
            "Aliases of lists of aliases grow without end, and a small file could fill the memory. Write the texts out, "
            "or share them through uses.",
            "Odkazy na seznamy odkazů rostou bez konce a malý soubor by mohl zaplnit paměť. Texty rozepište, nebo je "
            "sdílejte přes uses.",
        ),
        _TOP
        + "prep: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
            for before, name in zip("abcd", "bcde", strict=True)
        ),
        _GOOD,
    ),
    Page(
        "CC009",
        Level.ERROR,
        Label("Not a playbook", "Není to scénář"),
        Label(
            "a playbook is keys with values such as 'id: inbound-lead'; here is {found}",
            "scénář jsou klíče s hodnotami, například „id: inbound-lead“; tady je {found}",
        ),
        Label(
            "The file begins with keys at the left edge: callcue, id, lang, stages. Run callcue new for a small one to "
            "start from.",
            "Soubor začíná klíči u levého okraje: callcue, id, lang, stages. Malý scénář pro začátek vytvoří "
            "callcue new.",
        ),
        "- id: opening\n",
        _GOOD,
        FOUND,
    ),
)

_WRONG: tuple[Page, ...] = (
    Page(
        "CC010",
        Level.ERROR,
        Label("Unknown key", "Neznámý klíč"),
        Label("{shape} has no key '{key}'", "{shape} nemá klíč „{key}“"),
        Label(
            "Keys are fixed words. A misspelt one would be passed over in silence, so it is refused. A key that is "
            "right but stands too far left or right belongs to something else: look at the spaces before it.",
            "Klíče jsou pevná slova. Překlep by se tiše přeskočil, proto se odmítá. Klíč, který je správně, ale stojí "
            "moc vlevo nebo vpravo, patří k něčemu jinému: podívejte se na mezery před ním.",
        ),
        _GOOD + "        quide: Smile.\n",
        _GOOD + "        guide: Smile.\n",
        PARTS,
    ),
    Page(
        "CC011",
        Level.ERROR,
        Label("Missing key", "Chybějící klíč"),
        Label("{reason}", "{reason}"),
        Label(
            "A few keys must be there: without an id nothing can be recorded about a line, without lang the program "
            "does not know which language it speaks. Everything else has a sensible default.",
            "Několik klíčů musí být vždy: bez id se o replice nedá nic zaznamenat, bez lang program neví, jakou řečí "
            "mluví. Vše ostatní má rozumnou výchozí hodnotu.",
        ),
        _LINES + "      - say: Good morning.\n",
        _GOOD,
        {
            **PARTS,
            "<absent>": Label("'{key}' is missing here", "tady chybí „{key}“"),
            "<empty>": Label("'{key}' is empty", "„{key}“ je prázdné"),
        },
    ),
    Page(
        "CC012",
        Level.ERROR,
        Label("Wrong type of value", "Hodnota nesprávného typu"),
        Label("'{key}' takes {expected}, here is {found}", "„{key}“ čeká {expected}, tady je {found}"),
        Label(
            "Each key takes one kind of value. Lists are written [a, b] or one item a line behind a dash; durations "
            "45s, 3m, 2h; numbers with a point; yes and no as true and false. A text that begins with { needs quotes.",
            "Každý klíč bere jeden druh hodnoty. Seznamy se píšou [a, b] nebo po položkách na řádcích s pomlčkou; doby "
            "45s, 3m, 2h; čísla s tečkou; ano a ne jako true a false. Text, který začíná {, patří do uvozovek.",
        ),
        _GOOD + "        budget: soon\n",
        _GOOD + "        budget: 45s\n",
        {**EXPECTED, **FOUND},
    ),
    Page(
        "CC013",
        Level.ERROR,
        Label("Not a good id", "Nevhodné id"),
        Label("'{id}' is no id", "„{id}“ nemůže být id"),
        Label(
            "Ids begin with a small letter and go on with small letters, digits and _ (playbooks may use - too), "
            "without diacritics. Calls, figures and translations hang on them, so choose them once and keep them.",
            "Id začíná malým písmenem a pokračuje malými písmeny, číslicemi a _ (u scénářů i -), bez diakritiky. Visí "
            "na nich hovory, čísla a překlady, proto je zvolte jednou a neměňte.",
        ),
        _LINES + "      - id: First hello\n        say: Good morning.\n",
        _LINES + "      - id: first_hello\n        say: Good morning.\n",
    ),
    Page(
        "CC014",
        Level.ERROR,
        Label("The same id twice", "Stejné id dvakrát"),
        Label(
            "{what} '{id}' is already on line {line}; ids are unique among their neighbours",
            "{what} „{id}“ už je na řádku {line}; id jsou mezi sousedy jedinečná",
        ),
        Label(
            "Records name a line by its id. Two with the same one could not be told apart. Rename the newer of them: "
            "the older has history.",
            "Záznamy označují repliku jejím id. Dvě se stejným by se nedaly rozlišit. Přejmenujte tu novější: starší "
            "má historii.",
        ),
        _GOOD + "      - id: hello\n        say: Good evening.\n",
        _GOOD + "      - id: good_evening\n        say: Good evening.\n",
        PARTS,
    ),
    Page(
        "CC015",
        Level.ERROR,
        Label("Unknown word", "Neznámé slovo"),
        Label(
            "'{value}' is none of the words that '{key}' takes: {known}",
            "„{value}“ nepatří ke slovům, která bere „{key}“: {known}",
        ),
        Label(
            "Moods, tones, kinds of objections, outcomes, fact types and the like are fixed codes, the same in every "
            "language: figures of different playbooks add up, and labels are translated by the program.",
            "Naladění, tóny, druhy námitek, výsledky, typy údajů a podobně jsou pevné kódy, stejné ve všech jazycích: "
            "čísla různých scénářů se dají sčítat a popisky překládá program.",
        ),
        _GOOD + "        tone: calmly\n",
        _GOOD + "        tone: calm\n",
    ),
    Page(
        "CC016",
        Level.ERROR,
        Label("Unsupported language version", "Nepodporovaná verze jazyka"),
        Label(
            "this program reads version {known} of the playbook language, not '{version}'",
            "tento program čte verzi {known} jazyka scénářů, ne „{version}“",
        ),
        Label(
            "callcue: 1 says which version of the language the file is written in. A newer number needs a newer "
            "Callcue.",
            "callcue: 1 říká, v jaké verzi jazyka je soubor napsán. Vyšší číslo potřebuje novější Callcue.",
        ),
        _GOOD.replace("callcue: 1", "callcue: 2"),
        _GOOD,
    ),
    Page(
        "CC017",
        Level.ERROR,
        Label("Say or ask", "say, nebo ask"),
        Label("{reason}", "{reason}"),
        Label(
            "A line is one of two things: a statement (say) or a question (ask) that waits for an answer. Split a line "
            "that does both in two.",
            "Replika je jedno z dvojího: sdělení (say), nebo otázka (ask), která čeká na odpověď. Repliku, která dělá "
            "obojí, rozdělte na dvě.",
        ),
        _GOOD + "        ask: Is now all right?\n",
        _GOOD + "      - id: time\n        ask: Is now all right?\n",
        {
            "<both>": Label(
                "a line has 'say' or 'ask', not both; make two lines of it",
                "replika má „say“, nebo „ask“, ne obojí; udělejte z ní dvě",
            ),
            "<neither>": Label("a line needs 'say' or 'ask'", "replika potřebuje „say“, nebo „ask“"),
            "<empty>": Label(
                "'{key}' is empty; write what is to be spoken", "„{key}“ je prázdné; napište, co má zaznít"
            ),
        },
    ),
    Page(
        "CC018",
        Level.ERROR,
        Label("Too many answers", "Příliš mnoho odpovědí"),
        Label(
            "{count} answers are more than the {most} digit keys",
            "{count} odpovědí je víc než {most} číselných kláves",
        ),
        Label(
            "Answers are picked by the digits 1 to 9. Join neighbouring ones, or ask in two steps; seven are as many as "
            "an eye takes in at once.",
            "Odpovědi se volí číslicemi 1 až 9. Sousední spojte, nebo se ptejte na dvakrát; sedm jich oko pojme "
            "najednou.",
        ),
        _ASKS
        + "        answers:\n"
        + "".join(f"          - {{id: hours_{number}}}\n" for number in range(1, 11)),
        _ASKS
        + "        answers:\n          - {id: few, label: under 2}\n          - {id: more, label: 2 or more}\n",
    ),
    Page(
        "CC019",
        Level.ERROR,
        Label("A value that does not fit", "Hodnota, která nesedí"),
        Label("'{value}' does not fit: {expected}", "„{value}“ nesedí: {expected}"),
        Label(
            "What an answer stores must be of its fact's type and within its bounds, or the column in review and in "
            "exports would be a mixture.",
            "Co odpověď uloží, musí být téhož typu jako údaj a v jeho mezích, jinak by ve sloupci v hodnocení "
            "a exportech byla směs.",
        ),
        _ASKS.replace("stages:", "facts:\n  hours: {type: number}\nstages:")
        + "        fact: hours\n        answers: [{id: few, value: a few}]\n",
        _ASKS.replace("stages:", "facts:\n  hours: {type: number}\nstages:")
        + "        fact: hours\n        answers: [{id: few, value: 1}]\n",
        {
            "<number>": Label("the fact '{fact}' takes a number", "údaj „{fact}“ čeká číslo"),
            "<money>": Label(
                "the fact '{fact}' takes an amount as a number", "údaj „{fact}“ čeká částku jako číslo"
            ),
            "<yes_no>": Label("the fact '{fact}' takes true or false", "údaj „{fact}“ čeká true nebo false"),
            "<date>": Label(
                "the fact '{fact}' takes a date such as 2026-11-24",
                "údaj „{fact}“ čeká datum, například 2026-11-24",
            ),
            "<range>": Label(
                "the fact '{fact}' takes numbers from {min} to {max}",
                "údaj „{fact}“ čeká čísla od {min} do {max}",
            ),
            "<over min>": Label("'max' must not be under 'min' ({min})", "„max“ nesmí být pod „min“ ({min})"),
            "<two wordings>": Label(
                "a test compares two or more wordings", "porovnávají se dvě nebo více znění"
            ),
        },
    ),
)

_USES = _TOP + "uses: [{path}]\n" + _GOOD.removeprefix(_TOP)

_TOGETHER: tuple[Page, ...] = (
    Page(
        "CC040",
        Level.ERROR,
        Label("A used file is missing", "Použitý soubor chybí"),
        Label(
            "'{path}' cannot be read: there is no file {file}",
            "„{path}“ nelze přečíst: soubor {file} neexistuje",
        ),
        Label(
            "Paths in uses start from the folder of the file that names them. Look at the spelling, and at ../ when the "
            "file lies one folder up.",
            "Cesty v uses vycházejí ze složky souboru, který je uvádí. Zkontrolujte pravopis a ../, když soubor leží "
            "o složku výš.",
        ),
        _USES.replace("{path}", "objectoins.en.yaml"),
        _GOOD,
    ),
    Page(
        "CC041",
        Level.ERROR,
        Label("Files use each other in a circle", "Soubory se používají v kruhu"),
        Label("files use each other in a circle: {chain}", "soubory se používají v kruhu: {chain}"),
        Label(
            "A file that uses itself, even by way of others, has no beginning. Move what both need into a third file.",
            "Soubor, který používá sám sebe, třeba přes jiné, nemá začátek. Co potřebují oba, přesuňte do třetího.",
        ),
        _USES.replace("{path}", "example.yaml"),
        _GOOD,
    ),
    Page(
        "CC042",
        Level.ERROR,
        Label("A path leaves the playbooks folder", "Cesta vede ven ze složky scénářů"),
        Label("'{path}' leads out of the playbooks folder", "„{path}“ vede ven ze složky scénářů"),
        Label(
            "A playbook must be whole when its folder is copied, so it uses only files inside it, by relative paths "
            "with forward slashes.",
            "Scénář musí být úplný, když se jeho složka zkopíruje, proto používá jen soubory uvnitř ní, relativními "
            "cestami s lomítky /.",
        ),
        _USES.replace("{path}", "/etc/objections.yaml"),
        _GOOD,
    ),
    Page(
        "CC043",
        Level.INFO,
        Label("A shared part is replaced", "Sdílená část je nahrazena"),
        Label(
            "this {what} '{id}' is used instead of the one in {path}",
            "{what} „{id}“ tady platí místo stejnojmenné části v {path}",
        ),
        Label(
            "What a playbook defines itself wins over what it uses. That is a fine way to say one thing differently "
            "here; if it is not meant, rename one of the two.",
            "Co scénář určuje sám, má přednost před tím, co používá. Tak se dá jedna věc říct tady jinak; pokud to není "
            "záměr, jednu z nich přejmenujte.",
        ),
        "# shared/objections.en.yaml has an objection too_expensive as well\n"
        + _USES.replace("{path}", "shared/objections.en.yaml")
        + _OBJECTION.removeprefix(_GOOD),
        _OBJECTION.replace("too_expensive", "too_expensive_here"),
        PARTS,
    ),
    Page(
        "CC044",
        Level.WARNING,
        Label("A shared file in another language", "Sdílený soubor v jiném jazyce"),
        Label(
            "{path} is in '{theirs}', this playbook in '{ours}'",
            "{path} je v jazyce „{theirs}“, tento scénář v „{ours}“",
        ),
        Label(
            "The rep would suddenly read the other language aloud. Use the file of the same language; ids stay the same.",
            "V hovoru by se najednou objevil druhý jazyk. Použijte soubor ve stejném jazyce; id zůstávají stejná.",
        ),
        "# shared/objections.cs.yaml has lang: cs\n" + _USES.replace("{path}", "shared/objections.cs.yaml"),
        _USES.replace("{path}", "shared/objections.en.yaml"),
    ),
    Page(
        "CC045",
        Level.ERROR,
        Label("The file cannot be opened", "Soubor nelze otevřít"),
        Label("{reason}", "{reason}"),
        Label(
            "Check the path, and that your account may read the file.",
            "Zkontrolujte cestu a to, že váš účet smí soubor číst.",
        ),
        "# callcue check no-such-file.yaml\n",
        "# callcue check playbooks/en/inbound-lead.yaml\n" + _GOOD,
        {
            "<missing>": Label("there is no file {path}", "soubor {path} neexistuje"),
            "<folder>": Label("{path} is no ordinary file", "{path} není obyčejný soubor"),
            "<closed>": Label("{path} may not be read by this account", "{path} tento účet nesmí číst"),
            "<no libyaml>": Label(
                "PyYAML was installed without libyaml; reinstall it from a wheel: pip install --force-reinstall PyYAML",
                "PyYAML je nainstalováno bez libyaml; přeinstalujte ho: pip install --force-reinstall PyYAML",
            ),
            "<unreadable>": Label("{path} cannot be read from the disk", "{path} nelze z disku přečíst"),
        },
    ),
    Page(
        "CC046",
        Level.ERROR,
        Label("A YAML tag", "Značka YAML"),
        Label(
            "the tag {tag} has no meaning in a playbook; delete it, or put the text in quotes",
            "značka {tag} nemá ve scénáři význam; smažte ji, nebo dejte text do uvozovek",
        ),
        Label(
            "Tags (!name) tell other programs what to make of a value. Here every key knows what it takes. A text that "
            "begins with an exclamation mark needs quotes.",
            "Značky (!jméno) říkají jiným programům, co s hodnotou. Tady každý klíč ví, co bere. Text, který začíná "
            "vykřičníkem, patří do uvozovek.",
        ),
        _LINE + "        say: !important Good morning.\n",
        _LINE + '        say: "!important Good morning."\n',
    ),
    Page(
        "CC047",
        Level.ERROR,
        Label("A key that is no text", "Klíč, který není text"),
        Label(
            "a key is one word, not a list or a mapping", "klíč je jedno slovo, ne seznam ani skupina klíčů"
        ),
        Label(
            "A bracket, a brace or a question mark stands where a key should be. If a text is meant, put it in quotes.",
            "Na místě klíče je závorka nebo otazník. Pokud jde o text, dejte ho do uvozovek.",
        ),
        _LINE + "        [say]: Good morning.\n",
        _GOOD,
    ),
    Page(
        "CC048",
        Level.ERROR,
        Label("A level that cannot be set", "Úroveň, která se nedá nastavit"),
        Label("{reason}", "{reason}"),
        Label(
            "Under levels, callcue.yaml gives codes a level: error, warning, info or off. Problems that keep a file "
            "from being read stay errors.",
            "Klíč levels v callcue.yaml dává kódům úroveň: error, warning, info nebo off. Problémy, kvůli kterým se "
            "soubor nedá přečíst, zůstávají chybami.",
        ),
        "# callcue.yaml\ncallcue: 1\nlevels: {CC001: off}\n",
        "# callcue.yaml\ncallcue: 1\nlevels: {CC010: warning}\n",
        {
            "<no such code>": Label(
                "there is no problem with the code '{code}'", "problém s kódem „{code}“ neexistuje"
            ),
            "<fixed>": Label(
                "{code} keeps a file from being read and stays an error",
                "{code} brání přečtení souboru a zůstává chybou",
            ),
        },
    ),
    Page(
        "CC049",
        Level.WARNING,
        Label("An allowance for nothing", "Povolení, které nic nepovoluje"),
        Label("{reason}", "{reason}"),
        Label(
            "A comment # callcue: allow CC101 reason silences that problem on its line, or on the next line when it "
            "stands alone. When the problem is gone the comment should go too, or it would hide the next one.",
            "Poznámka # callcue: allow CC101 důvod umlčí tento problém na svém řádku, nebo na dalším, když stojí sama. "
            "Když problém zmizí, má zmizet i poznámka, jinak by skryla příští.",
        ),
        _LINE + "        say: Good morning.  # callcue: allow CC101 it was long once\n",
        _GOOD,
        {
            "<nothing>": Label(
                "{code} is allowed here, but there is none", "{code} je tu povoleno, ale žádné tu není"
            ),
            "<no such code>": Label(
                "there is no problem with the code {code}", "problém s kódem {code} neexistuje"
            ),
            "<no code>": Label(
                "say which code is allowed: # callcue: allow CC101 reason",
                "uveďte, který kód je povolen: # callcue: allow CC101 důvod",
            ),
            "<fixed>": Label(
                "{code} keeps the file from being read; a comment cannot allow it",
                "{code} brání přečtení souboru; poznámka ho nemůže povolit",
            ),
        },
    ),
)

PAGES: tuple[Page, ...] = (*_UNREADABLE, *_WRONG, *_TOGETHER)
