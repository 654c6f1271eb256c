"""A live call in the terminal: the window's keys, each typed and sent with Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from app.call.events import HelpLevel, How
from app.call.finder import Finder, Found, Kind
from app.call.live_call import LiveCall
from app.call.ports import Clock
from app.call.prompt import NextStep, Phase, Prompt
from app.call.script import ScriptedCaller
from app.call.script_words import ScriptSlip
from app.leads.when import read_when
from app.playbook.vocabulary import Label, Mood
from app.scripts.layout import moment
from app.scripts.talk import Gone, Talk, local_now
from app.scripts.wrap_up import wrap_up

_CZECH_DIGITS = "+ěščřžýáí"
_MOOD_KEYS = dict(zip("asdfgh", Mood, strict=True))
_CALL_KEYS = frozenset({"", "x", "u", "<", ">", "<<", ">>", "w", "esc", "back", *"123456789"})
"""Keys that always change the call, unless they mean nothing there."""
_LEVELS = tuple(HelpLevel)
_KEYS = Label(
    "Keys, each with Enter:\n"
    "   Enter  said, next          1-9  answer or row         x  skip\n"
    "   u / U  undo / redo         < >  line back / on        << >>  stage\n"
    "   a s d f g h  mood from angry to interested            w  pull or push\n"
    "   q  objection (or q and what was said)                 e  story\n"
    "   r  all questions           t  next step               c  customer\n"
    "   ,  note (, and the words)  n  my words were           b  mark this moment\n"
    "   v  how much is shown       esc  back                  f9  hold\n"
    "   f12  end of the call       ?  this list\n"
    "Anything longer is the customer's answer where words may be typed, else a search for an objection.",
    "Klávesy, každou potvrďte Enterem:\n"
    "   Enter  řečeno, dál         1-9  odpověď nebo řádek    x  přeskočit\n"
    "   u / U  zpět / znovu        < >  replika zpět / dál    << >>  fáze\n"
    "   a s d f g h  naladění od zlosti po zájem              w  tah, nebo tlak\n"
    "   q  námitka (nebo q a co zaznělo)                      e  příběh\n"
    "   r  všechny otázky          t  další krok              c  zákazník\n"
    "   ,  poznámka (, a slova)    n  moje slova byla         b  označit okamžik\n"
    "   v  kolik toho je vidět     esc  zpět                  f9  podržet\n"
    "   f12  konec hovoru          ?  tento přehled\n"
    "Cokoli delšího je zákazníkova odpověď tam, kde lze psát, jinde hledání námitky.",
)
_START = Label("? lists the keys, f12 ends the call.", "? vypíše klávesy, f12 ukončí hovor.")
_NO_MEANING = Label("That means nothing here; ? lists the keys.", "To tu nic neznamená; ? vypíše klávesy.")
_WHICH = Label("which (Enter for none)", "který (Enter žádný)")
_WHICH_OBJECTION = Label(
    "which, or what was said (9 unlisted, Enter none)", "která, nebo co zaznělo (9 mimo seznam, Enter žádná)"
)
_NOT_LISTED = Label("Kept as an unlisted objection: {0}", "Uloženo jako námitka mimo seznam: {0}")
_THEIR_WORDS = Label("what was said", "co zaznělo")
_NOTE = Label("note", "poznámka")
_MY_WORDS = Label("my words were", "moje slova byla")
_WHAT = Label("what", "co")
_WHEN = Label("when", "kdy")
_WITH = Label("who", "kdo")
_NO_STORIES = Label("This playbook has no stories.", "Tento scénář nemá příběhy.")


class Terminal:
    """Takes one call from the line on the screen to its outcome."""

    def __init__(self, call: LiveCall, talk: Talk, clock: Clock) -> None:
        self._call = call
        self._talk = talk
        self._clock = clock
        self._finder = Finder(call.playbook)
        self._words = ScriptedCaller(call, self._iso)

    def run(self) -> bool:
        """Goes on until the call is closed; ``False`` when the input ended before."""
        self._talk.line(_START)
        self._show()
        try:
            while self._call.state.phase is Phase.TALK:
                self._take(self._talk.hear("> ").strip())
            if self._call.state.phase is Phase.WRAP_UP:
                wrap_up(self._call, self._talk, self._clock)
        except Gone:
            self._talk.say("\n")
            return False
        return True

    def _take(self, typed: str) -> None:
        before = self._call.last_seq
        act = self.keys.get(typed) or self.keys.get(typed.lower())
        if act is not None:
            act(self)
        elif len(typed) == 1 and typed.lower() in _MOOD_KEYS:
            self._call.tap_mood(_MOOD_KEYS[typed.lower()])
        elif len(typed) == 1 and self._digit(typed):
            self._call.pick(self._digit(typed))
        else:
            self._longer(typed)
        if self._call.last_seq == before:
            if typed.lower() in _CALL_KEYS:
                self._talk.line(_NO_MEANING)
        elif self._call.state.phase is Phase.TALK:
            self._show()

    @staticmethod
    def _digit(typed: str) -> int:
        if typed in _CZECH_DIGITS:
            return _CZECH_DIGITS.index(typed) + 1
        return int(typed) if typed in "123456789" else 0

    def _longer(self, typed: str) -> None:
        prompt = self._prompt()
        head, _, rest = typed.partition(" ")
        if head in ("q", "Q") and rest:
            self._search(rest)
        elif typed.startswith(","):
            self._note(typed[1:].strip())
        elif head in ("n", "N") and rest:
            self._call.reword(rest)
        elif prompt.ask is not None and typed.lower() in ("t1", "t2"):
            self._call.take_ask(prompt.ask.days[int(typed[1]) - 1])
        elif self._is_step(head, rest):
            self._step(typed)
        elif prompt.question is not None and prompt.question.free_text and len(typed) > 1:
            self._call.answer(None, typed)
        elif len(typed) > 2:
            self._search(typed)
        else:
            self._talk.line(_NO_MEANING)

    def _is_step(self, head: str, rest: str) -> bool:
        """Whether this is a step as scripts write them; only such as nobody says to a question."""
        return head in ("objection", "outcome", "mood", "drive", "help", "hang", "step", "note") and bool(
            rest
        )

    def _step(self, typed: str) -> None:
        try:
            self._words.take(1, typed)
        except ScriptSlip as slip:
            self._talk.say(slip.words.in_lang(self._talk.page.lang) + "\n")

    def _prompt(self) -> Prompt:
        return self._call.prompt

    def _show(self) -> None:
        self._talk.say(moment(self._prompt(), self._talk.page))

    # --- keys ---

    def _done(self) -> None:
        self._call.done()

    def _skip(self) -> None:
        self._call.skip()

    def _undo(self) -> None:
        self._call.undo()

    def _redo(self) -> None:
        self._call.redo()

    def _back(self) -> None:
        self._call.back()

    def _line_back(self) -> None:
        self._call.go_line(-1)

    def _line_on(self) -> None:
        self._call.go_line(1)

    def _stage_back(self) -> None:
        self._call.go_stage(-1)

    def _stage_on(self) -> None:
        self._call.go_stage(1)

    def _drive(self) -> None:
        self._call.switch_drive()

    def _hold(self) -> None:
        self._call.hold()

    def _flag(self) -> None:
        self._call.flag()

    def _end(self) -> None:
        self._call.hang_up()

    def _keys(self) -> None:
        self._talk.line(_KEYS)

    def _help(self) -> None:
        level = _LEVELS.index(self._call.state.help)
        self._call.set_help(_LEVELS[(level + 1) % len(_LEVELS)])

    def _objections(self) -> None:
        likely = self._prompt().likely
        for number, one in enumerate(likely, 1):
            self._talk.say(f"   {number:>2}  {one.label}\n")
        typed = self._talk.ask(_WHICH_OBJECTION)
        if typed == "9":
            self._unlisted(self._talk.ask(_THEIR_WORDS))
        elif typed.isdigit():
            if 1 <= int(typed[:3]) <= len(likely):
                self._call.raise_objection(likely[int(typed[:3]) - 1].id, How.KEY)
        elif typed:
            self._search(typed)

    def _search(self, typed: str) -> None:
        found = [one for one in self._finder.find(typed) if one.kind is not Kind.STORY]
        if not found:
            self._unlisted(typed)
            return
        chosen = self._talk.choose([self._row(one) for one in found], _WHICH_OBJECTION)
        if chosen is None:
            return
        one = found[chosen]
        if one.kind is Kind.OBJECTION:
            self._call.raise_objection(one.id, How.SEARCH, typed)
        else:
            self._call.ask_now(one.id)

    def _row(self, one: Found) -> str:
        return f"{one.label}" + (f"  („{one.matched}“)" if one.matched != one.label else "")

    def _unlisted(self, words: str) -> None:
        if words:
            self._call.raise_unlisted(words)
            self._talk.line(_NOT_LISTED, words)

    def _story(self) -> None:
        stories = self._call.stories()
        if not stories:
            self._talk.line(_NO_STORIES)
            return
        chosen = self._talk.choose([card.title for card in stories], _WHICH)
        if chosen is not None:
            card = stories[chosen]
            for part in (card.who, card.trouble, card.result):
                if part:
                    self._talk.say(self._talk.page.wrapped(part, "   ", "   ") + "\n")
            self._call.tell_story(card.id)

    def _questions(self) -> None:
        rows = self._call.questions()
        shown = [
            f"{'✓' if row.asked else ' '} {row.text}" + (f"  = {row.answer}" if row.answer else "")
            for row in rows
        ]
        chosen = self._talk.choose(shown, _WHICH)
        if chosen is not None:
            self._call.ask_now(rows[chosen].line)

    def _customer(self) -> None:
        prompt = self._prompt()
        lead = prompt.lead
        for part in (
            lead.display,
            lead.role,
            lead.company,
            lead.phone,
            lead.email,
            lead.source,
            lead.page,
            lead.promise,
            lead.note,
        ):
            if part:
                self._talk.say(f"   {part}\n")
        for fact in prompt.captured:
            self._talk.say(f"   {fact.label}: {fact.value or '—'}\n")

    def _next_step(self) -> None:
        agreed = self._prompt().next_step
        what = self._talk.ask(_WHAT, agreed.what)
        found = self._talk.moment(_WHEN, self._clock, agreed.when_words)
        who = self._talk.ask(_WITH, agreed.who)
        when, words = (found[0].iso, found[1]) if found else (agreed.when, agreed.when_words)
        self._call.agree(NextStep(what, when, words, who))

    def _note_asked(self) -> None:
        self._note(self._talk.ask(_NOTE))

    def _note(self, words: str) -> None:
        if words:
            numbers = [number for number, _ in self._call.state.notes]
            self._call.write_note(max(numbers, default=0) + 1, words)

    def _reword(self) -> None:
        self._call.reword(self._talk.ask(_MY_WORDS))

    def _iso(self, words: str) -> str | None:
        when = read_when(words, local_now(self._clock), self._talk.page.lang)
        return when.iso if when else None

    keys: ClassVar[Mapping[str, Callable[[Terminal], None]]] = {
        "": _done,
        "x": _skip,
        "u": _undo,
        "U": _redo,
        "<": _line_back,
        ">": _line_on,
        "<<": _stage_back,
        ">>": _stage_on,
        "w": _drive,
        "q": _objections,
        "e": _story,
        "r": _questions,
        "t": _next_step,
        "c": _customer,
        ",": _note_asked,
        "n": _reword,
        "b": _flag,
        "v": _help,
        "esc": _back,
        "back": _back,
        "f9": _hold,
        "hold": _hold,
        "f12": _end,
        "?": _keys,
        "f1": _keys,
    }
    """What each key does; its letter typed alone."""
