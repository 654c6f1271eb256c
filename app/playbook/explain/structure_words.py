"""Phrases that the pages of structural problems put together: what was expected, what was found, what a part is called."""

from __future__ import annotations

from collections.abc import Mapping

from app.playbook.fields import SHAPES
from app.playbook.vocabulary import Label

SYNTAX: Mapping[str, Label] = {
    "<colon>": Label(
        "a colon stands inside a text that has no quotes; put the whole text in quotes",
        "uvnitř textu bez uvozovek je dvojtečka; dejte celý text do uvozovek",
    ),
    "<no_colon>": Label(
        "a key and a colon were expected here, such as 'say: …'",
        "tady se čekal klíč s dvojtečkou, například „say: …“",
    ),
    "<key>": Label(
        "this does not line up with the keys above (from line {line}); begin it below them, or close the quotes before it",
        "tohle nelícuje s klíči výše (od řádku {line}); začněte pod nimi, nebo před tím uzavřete uvozovky",
    ),
    "<block>": Label(
        "the text of a block that begins with | or > belongs on the lines below, indented",
        "text bloku, který začíná | nebo >, patří na řádky pod ním, odsazený",
    ),
    "<after_end>": Label(
        "the content ended above, and this still follows; a bracket may close too early",
        "obsah výše už skončil a tohle ještě následuje; možná se závorka zavírá příliš brzy",
    ),
    "<unaligned>": Label(
        "this does not begin in the same column as the keys above that it belongs to",
        "tohle nezačíná ve stejném sloupci jako klíče výše, ke kterým patří",
    ),
    "<space>": Label("a space is missing behind this colon", "za touto dvojtečkou chybí mezera"),
    "<after_quote>": Label(
        "the text ended at the closing quote and more follows; put the quotes around the whole text",
        "text skončil uzavírací uvozovkou a ještě něco následuje; dejte uvozovky kolem celého textu",
    ),
    "<merge>": Label(
        "a text that begins with {{ must be in quotes, or YAML takes the brace for a mapping",
        "text, který začíná {{, musí být v uvozovkách, jinak ho YAML vezme jako skupinu klíčů",
    ),
    "<bracket>": Label(
        "a comma or ] was expected here; the list begins on line {line}",
        "tady se čekala čárka nebo ]; seznam začíná na řádku {line}",
    ),
    "<brace>": Label(
        "a comma or }} was expected here; the mapping begins on line {line}",
        "tady se čekala čárka nebo }}; skupina klíčů začíná na řádku {line}",
    ),
    "<quote>": Label(
        "the quote that opens here is never closed", "uvozovka, která se tady otevírá, není nikde uzavřena"
    ),
    "<tab>": Label(
        "a tab stands where spaces belong; indent with spaces",
        "místo mezer je tu tabulátor; odsazujte mezerami",
    ),
    "<start>": Label(
        "a text cannot begin with {character}; put it in quotes",
        "text nemůže začínat znakem {character}; dejte ho do uvozovek",
    ),
    "<dash>": Label(
        "a dash of the list that begins on line {line} was expected here",
        "tady se čekala pomlčka seznamu, který začíná na řádku {line}",
    ),
    "<dash_here>": Label(
        "a list cannot begin here; put its dashes on lines of their own",
        "seznam tu nemůže začínat; dejte jeho pomlčky na vlastní řádky",
    ),
    "<question>": Label(
        "a text cannot begin with a question mark and a space; put it in quotes",
        "text nemůže začínat otazníkem s mezerou; dejte ho do uvozovek",
    ),
    "<escape>": Label(
        "a backslash means something else in double quotes; use single quotes",
        "zpětné lomítko v dvojitých uvozovkách znamená něco jiného; použijte jednoduché uvozovky",
    ),
    "<anchor>": Label(
        "a text that begins with & or * must be in quotes",
        "text, který začíná & nebo *, musí být v uvozovkách",
    ),
    "<alias>": Label(
        "*{name} repeats something marked &{name}, but nothing above is; put the text in quotes if it is one",
        "*{name} opakuje něco označeného &{name}, ale nic takového výše není; jde-li o text, dejte ho do uvozovek",
    ),
    "<content>": Label(
        "a value was expected here; a comma or a closing bracket may be too many",
        "tady se čekala hodnota; možná přebývá čárka nebo závorka",
    ),
    "<directive>": Label(
        "a line cannot begin with %; put the text in quotes", "řádek nemůže začínat %; dejte text do uvozovek"
    ),
    "<tag>": Label(
        "a text that begins with ! must be in quotes", "text, který začíná !, musí být v uvozovkách"
    ),
    "<other>": Label("YAML cannot be read here ({detail})", "YAML se tu nedá přečíst ({detail})"),
}

FOUND: Mapping[str, Label] = {
    "<nothing>": Label("nothing", "prázdno"),
    "<text>": Label("a text", "text"),
    "<list>": Label("a list", "seznam"),
    "<a list>": Label("a list", "seznam"),
    "<a mapping>": Label("a mapping of keys", "skupina klíčů"),
    "<a merge field>": Label(
        "a mapping of keys (a text that begins with {{ must be in quotes)",
        "skupina klíčů (text, který začíná {{, musí být v uvozovkách)",
    ),
}

EXPECTED: Mapping[str, Label] = {
    "<text>": Label("a text", "text"),
    "<list>": Label("a list such as [a, b]", "seznam, například [a, b]"),
    "<mapping>": Label("keys with values", "klíče s hodnotami"),
    "<text or mapping>": Label("a word or keys with values", "slovo nebo klíče s hodnotami"),
    "<skip or mapping>": Label("skip, or keys such as {{ask: …}}", "skip, nebo klíče jako {{ask: …}}"),
    "<number>": Label("a number such as 5 or 2.5", "číslo, například 5 nebo 2.5"),
    "<yes_no>": Label("true or false", "true nebo false"),
    "<duration>": Label("a time such as 45s, 3m or 2h", "dobu, například 45s, 3m nebo 2h"),
    "<dial>": Label('"-", 0 or +', '"-", 0 nebo +'),
    "<pause>": Label('"-", 0, + or seconds such as 3s', '"-", 0, + nebo sekundy, například 3s'),
    "<path>": Label("paths of files", "cesty k souborům"),
    "<label>": Label("a text, or one in each of en and cs", "text, nebo po jednom v en a cs"),
}

_LISTS = {
    "stages": "stage",
    "lines": "line",
    "answers": "answer",
    "objections": "objection",
    "responses": "response",
    "stories": "story",
    "compliance": "compliance",
    "outcomes": "outcome",
    "facts": "fact",
}

PARTS: Mapping[str, Label] = {
    **{f"<{name}>": shape.label for name, shape in SHAPES.items()},
    **{f"<{key}>": SHAPES[name].label for key, name in _LISTS.items()},
    "<choice>": Label("a choice", "volba"),
    "<house>": Label("callcue.yaml", "callcue.yaml"),
    "<card>": Label("a scorecard", "hodnoticí karta"),
    "<section>": Label("a section", "oddíl"),
    "<sections>": Label("section", "oddíl"),
    "<criterion>": Label("a criterion", "kritérium"),
    "<criteria>": Label("criterion", "kritérium"),
    "<anchors>": Label("a criterion with this scale", "kritérium s touto stupnicí"),
    "<anchor>": Label("an anchor", "popis stupně"),
    "<auto_fail>": Label("an auto-fail", "vylučující chyba"),
    "<auto_fails>": Label("auto-fail", "vylučující chyba"),
    "<label>": Label("a text in two languages", "text ve dvou jazycích"),
}
"""What each kind of mapping, and each item of a list under a key, is called."""
