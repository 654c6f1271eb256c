"""Which key does what: declared once, remappable, the same fingers on an English and a Czech keyboard. Knows no Qt.

``key_events`` turns a Qt event into a ``KeyPress``; a screen asks ``KeyMap.action_for(press, typing=...)``. A key may
mean one thing where calls are made and another at the review desk: a clash is two meanings in one ``Place``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.playbook.vocabulary import Label, Lang, Mood


class Action(StrEnum):
    """One thing that a key can do."""

    DONE = "done"
    SKIP = "skip"
    UNDO = "undo"
    REDO = "redo"
    BACK = "back"
    LINE_PREVIOUS = "line_prev"
    LINE_NEXT = "line_next"
    STAGE_PREVIOUS = "stage_prev"
    STAGE_NEXT = "stage_next"
    OPTION_1 = "option_1"
    OPTION_2 = "option_2"
    OPTION_3 = "option_3"
    OPTION_4 = "option_4"
    OPTION_5 = "option_5"
    OPTION_6 = "option_6"
    OPTION_7 = "option_7"
    OPTION_8 = "option_8"
    OPTION_9 = "option_9"
    MOOD_ANGRY = "mood_angry"
    MOOD_SCEPTICAL = "mood_sceptical"
    MOOD_RUSHED = "mood_rushed"
    MOOD_RESERVED = "mood_reserved"
    MOOD_UNSURE = "mood_unsure"
    MOOD_INTERESTED = "mood_interested"
    DRIVE = "drive"
    OBJECTION_BOARD = "objection_board"
    STORY = "story"
    QUESTIONS = "questions"
    CUSTOMER = "customer"
    NEXT_STEP = "next_step"
    NOTE = "note"
    MORE = "more"
    TAKE_HINT = "take_hint"
    KEEP_HELP = "keep_help"
    FLAG = "flag"
    REWORD = "reword"
    HOLD = "hold"
    END = "end"
    HELP_LEVEL = "help_level"
    COMPACT = "compact"
    STRIP = "strip"
    SEE_MORE = "see_more"
    KEY_SHEET = "key_sheet"
    DIAL = "dial"
    START = "start"
    RESUME = "resume"
    SAMPLE = "sample"
    SETTINGS = "settings"
    INBOX = "inbox"
    REVIEW = "review"
    MOMENT_NEXT = "moment_next"
    MOMENT_PREVIOUS = "moment_prev"
    OBJECTION_NEXT = "objection_next"
    OBJECTION_PREVIOUS = "objection_prev"
    FLAG_NEXT = "flag_next"
    FLAG_PREVIOUS = "flag_prev"
    REPLAY_STAGE_NEXT = "replay_stage_next"
    REPLAY_STAGE_PREVIOUS = "replay_stage_prev"
    EVERY_STEP = "every_step"
    COMMENT = "comment"
    MARKS = "marks"
    HISTORY = "history"
    SEND_REVIEW = "send_review"
    QUEUE = "queue"
    DRAFT = "draft"
    COACHING = "coaching"
    CALL_NEXT = "call_next"
    CALL_PREVIOUS = "call_prev"
    SEARCH = "search"
    COMPARE = "compare"
    SWAP_SIDES = "swap_sides"
    MOVE_TOGETHER = "move_together"
    FIGURES = "figures"
    PRINT = "print"


OPTIONS: tuple[Action, ...] = tuple(Action(f"option_{digit}") for digit in range(1, 10))
MOOD_ACTIONS: dict[Action, Mood] = {Action(f"mood_{mood}"): mood for mood in Mood}
REPEATABLE = frozenset(
    {
        Action.UNDO,
        Action.LINE_PREVIOUS,
        Action.LINE_NEXT,
        Action.STAGE_PREVIOUS,
        Action.STAGE_NEXT,
        Action.MOMENT_NEXT,
        Action.MOMENT_PREVIOUS,
    }
)
"""Acts that a held-down key repeats; all others fire once per press."""


def digit_of(action: Action) -> int | None:
    """1 to 9 for the option keys, ``None`` for others."""
    return OPTIONS.index(action) + 1 if action in OPTIONS else None


class ActionGroup(StrEnum):
    """How the key sheet orders actions."""

    TALK = "talk"
    ANSWERS = "answers"
    MOODS = "moods"
    BOARDS = "boards"
    CALL = "call"
    WINDOW = "window"
    REPLAY = "replay"
    REVIEW = "review"


class Place(StrEnum):
    """Where keys are heard: the screens that lead through calls, or the desk where calls are looked at again."""

    CALLS = "calls"
    REVIEW = "review"


GROUP_WORDS: dict[ActionGroup, Label] = {
    ActionGroup.TALK: Label("Lines", "Repliky"),
    ActionGroup.ANSWERS: Label("Answers", "Odpovědi"),
    ActionGroup.MOODS: Label("Customer's mood", "Naladění zákazníka"),
    ActionGroup.BOARDS: Label("Boards and panels", "Přehledy a panely"),
    ActionGroup.CALL: Label("The call", "Hovor"),
    ActionGroup.WINDOW: Label("The window", "Okno"),
    ActionGroup.REPLAY: Label("Replay", "Přehrávání hovoru"),
    ActionGroup.REVIEW: Label("Call review", "Rozbor hovorů"),
}


@dataclass(frozen=True, slots=True)
class ActionWord:
    """An action's group, default keys and words."""

    group: ActionGroup
    keys: str
    words: Label


_FIVE = 5
"""The left hand reaches the digits up to this one; the others have a chord with Ctrl for it."""


def _digit_keys(digit: int) -> str:
    return f"{digit}, Ctrl+{digit - _FIVE}" if digit > _FIVE else str(digit)


_TALK, _ANSWERS, _MOODS = ActionGroup.TALK, ActionGroup.ANSWERS, ActionGroup.MOODS
_BOARDS, _CALL, _WINDOW = ActionGroup.BOARDS, ActionGroup.CALL, ActionGroup.WINDOW
_REPLAY, _REVIEW = ActionGroup.REPLAY, ActionGroup.REVIEW

ACTIONS: dict[Action, ActionWord] = {
    Action.DONE: ActionWord(_TALK, "Return, Space", Label("Line said, next", "Řečeno, dál")),
    Action.SKIP: ActionWord(_TALK, "X", Label("Skip the line", "Přeskočit repliku")),
    Action.UNDO: ActionWord(_TALK, "Backspace, Shift+X", Label("Undo", "Vrátit krok")),
    Action.REDO: ActionWord(_TALK, "Shift+Backspace, Shift+R", Label("Redo", "Obnovit krok")),
    Action.BACK: ActionWord(
        _TALK, "Esc", Label("Back from a panel or an objection", "Zpět z panelu nebo námitky")
    ),
    Action.LINE_PREVIOUS: ActionWord(_TALK, "Left, Shift+A", Label("Previous line", "Předchozí replika")),
    Action.LINE_NEXT: ActionWord(_TALK, "Right, Shift+D", Label("Following line", "Následující replika")),
    Action.STAGE_PREVIOUS: ActionWord(_TALK, "Up, Shift+W", Label("Previous stage", "Předchozí fáze")),
    Action.STAGE_NEXT: ActionWord(_TALK, "Down, Shift+S", Label("Following stage", "Následující fáze")),
    **{
        action: ActionWord(
            _ANSWERS, _digit_keys(digit), Label(f"Answer or row {digit}", f"Odpověď nebo řádek {digit}")
        )
        for digit, action in enumerate(OPTIONS, start=1)
    },
    Action.MOOD_ANGRY: ActionWord(_MOODS, "A", Label("Angry", "Zlost")),
    Action.MOOD_SCEPTICAL: ActionWord(_MOODS, "S", Label("Sceptical", "Nedůvěra")),
    Action.MOOD_RUSHED: ActionWord(_MOODS, "D", Label("Rushed", "Spěch")),
    Action.MOOD_RESERVED: ActionWord(_MOODS, "F", Label("Reserved", "Odstup")),
    Action.MOOD_UNSURE: ActionWord(_MOODS, "G", Label("Unsure", "Nejistota")),
    Action.MOOD_INTERESTED: ActionWord(_MOODS, "H, Shift+G", Label("Interested", "Zájem")),
    Action.DRIVE: ActionWord(_MOODS, "W", Label("Pull or push", "Tah, nebo tlak")),
    Action.OBJECTION_BOARD: ActionWord(_BOARDS, "Q", Label("Objection", "Námitka")),
    Action.STORY: ActionWord(_BOARDS, "E", Label("Story", "Příběh")),
    Action.QUESTIONS: ActionWord(_BOARDS, "R", Label("All questions", "Všechny otázky")),
    Action.NEXT_STEP: ActionWord(_BOARDS, "T", Label("Next step", "Další krok")),
    Action.CUSTOMER: ActionWord(_BOARDS, "C", Label("Customer card", "Karta zákazníka")),
    Action.NOTE: ActionWord(_BOARDS, "Tab", Label("Note", "Poznámka")),
    Action.MORE: ActionWord(_BOARDS, "F10, Shift+E", Label("More to do", "Další možnosti")),
    Action.FLAG: ActionWord(_CALL, "B", Label("Mark this moment", "Označit tento okamžik")),
    Action.REWORD: ActionWord(_CALL, "N, Shift+B", Label("My words were…", "Moje slova byla…")),
    Action.HOLD: ActionWord(_CALL, "F9, Shift+F", Label("Hold", "Podržet")),
    Action.END: ActionWord(_CALL, "F12, Shift+Esc", Label("End the call", "Ukončit hovor")),
    Action.DIAL: ActionWord(_CALL, "F4", Label("Dial the number", "Vytočit číslo")),
    Action.TAKE_HINT: ActionWord(
        _CALL, "M, Shift+C", Label("Do what the reminder says", "Udělat, co radí připomínka")
    ),
    Action.KEEP_HELP: ActionWord(
        _CALL, "Shift+M, Shift+V", Label("Keep this line's help", "Nechat u repliky nápovědu")
    ),
    Action.HELP_LEVEL: ActionWord(_WINDOW, "V", Label("Sentences, cues or quiet", "Věty, opory, nebo ticho")),
    Action.COMPACT: ActionWord(_WINDOW, "F11", Label("Narrow window", "Úzké okno")),
    Action.STRIP: ActionWord(_WINDOW, "Shift+F11", Label("Strip", "Pruh")),
    Action.SEE_MORE: ActionWord(
        _WINDOW, "PageDown, Shift+Q", Label("See what is out of sight", "Ukázat, co se nevešlo")
    ),
    Action.KEY_SHEET: ActionWord(_WINDOW, "F1, ?", Label("Keys", "Klávesy")),
    Action.START: ActionWord(_WINDOW, "F5", Label("Start the call", "Zahájit hovor")),
    Action.RESUME: ActionWord(
        _WINDOW, "F6", Label("Go on with the unfinished call", "Pokračovat v nedokončeném hovoru")
    ),
    Action.SAMPLE: ActionWord(_WINDOW, "F7", Label("Sample call", "Ukázkový hovor")),
    Action.SETTINGS: ActionWord(_WINDOW, "F2", Label("Settings", "Nastavení")),
    Action.INBOX: ActionWord(_WINDOW, "F8", Label("The manager's inbox", "Schránka vedoucího")),
    Action.REVIEW: ActionWord(_WINDOW, "F3", Label("Call review", "Rozbor hovorů")),
    Action.MOMENT_NEXT: ActionWord(_REPLAY, "Right", Label("Following moment", "Následující okamžik")),
    Action.MOMENT_PREVIOUS: ActionWord(_REPLAY, "Left", Label("Previous moment", "Předchozí okamžik")),
    Action.OBJECTION_NEXT: ActionWord(_REPLAY, "O", Label("Following objection", "Následující námitka")),
    Action.OBJECTION_PREVIOUS: ActionWord(
        _REPLAY, "Shift+O", Label("Previous objection", "Předchozí námitka")
    ),
    Action.FLAG_NEXT: ActionWord(_REPLAY, "B", Label("Following flag", "Následující označení")),
    Action.FLAG_PREVIOUS: ActionWord(_REPLAY, "Shift+B", Label("Previous flag", "Předchozí označení")),
    Action.REPLAY_STAGE_NEXT: ActionWord(_REPLAY, "S", Label("Following stage", "Následující fáze")),
    Action.REPLAY_STAGE_PREVIOUS: ActionWord(_REPLAY, "Shift+S", Label("Previous stage", "Předchozí fáze")),
    Action.EVERY_STEP: ActionWord(
        _REPLAY, "E", Label("List every step, or the weighty ones", "Vypsat každý krok, nebo jen ty důležité")
    ),
    Action.COMMENT: ActionWord(_REPLAY, "N", Label("Comment on this moment", "Komentář k tomuto okamžiku")),
    Action.MARKS: ActionWord(_REVIEW, "M", Label("To the marks", "K hodnocení")),
    Action.HISTORY: ActionWord(_REVIEW, "H", Label("History of every mark", "Historie všech známek")),
    Action.SEND_REVIEW: ActionWord(
        _REVIEW, "Ctrl+Return", Label("Send the review, next call", "Odeslat hodnocení, další hovor")
    ),
    Action.QUEUE: ActionWord(_REVIEW, "Q", Label("Next call of the queue", "Další hovor z fronty")),
    Action.DRAFT: ActionWord(
        _REVIEW, "D", Label("Go on with another draft", "Pokračovat v jiném rozepsaném hodnocení")
    ),
    Action.COACHING: ActionWord(_REVIEW, "P", Label("Coaching: what was agreed", "Rozvoj: co je dohodnuto")),
    Action.CALL_NEXT: ActionWord(_REVIEW, "J", Label("Open the call below", "Otevřít hovor níže")),
    Action.CALL_PREVIOUS: ActionWord(_REVIEW, "K", Label("Open the call above", "Otevřít hovor výše")),
    Action.SEARCH: ActionWord(_REVIEW, "Ctrl+F", Label("To the search", "K hledání")),
    Action.COMPARE: ActionWord(_REPLAY, "C", Label("Two calls side by side", "Dva hovory vedle sebe")),
    Action.SWAP_SIDES: ActionWord(
        _REPLAY, "X", Label("Keys to the other of two calls", "Klávesy druhému ze dvou hovorů")
    ),
    Action.MOVE_TOGETHER: ActionWord(
        _REPLAY, "T", Label("Move both calls: by time, by stage, apart", "Oba hovory: časem, fází, zvlášť")
    ),
    Action.FIGURES: ActionWord(_REVIEW, "Ctrl+G", Label("Figures", "Přehledy")),
    Action.PRINT: ActionWord(_REPLAY, "Ctrl+P", Label("Print the call", "Vytisknout hovor")),
}

AT_THE_DESK = frozenset({ActionGroup.REPLAY, ActionGroup.REVIEW})
"""Groups of what is done at the review desk."""
_EVERYWHERE = frozenset({Action.BACK, Action.KEY_SHEET, Action.SETTINGS})
_PLACES: dict[Action, frozenset[Place]] = {
    action: frozenset(Place)
    if action in _EVERYWHERE
    else frozenset({Place.REVIEW if word.group in AT_THE_DESK else Place.CALLS})
    for action, word in ACTIONS.items()
}


def heard_in(action: Action, place: Place) -> bool:
    """Whether ``action`` can be done in ``place``."""
    return place in _PLACES[action]


def _meet(one: Action, other: Action) -> bool:
    return not _PLACES[one].isdisjoint(_PLACES[other])


_MODIFIERS = ("Ctrl", "Alt", "Meta", "Shift")
_CAPS: dict[str, Label] = {
    "Return": Label("⏎", "⏎"),
    "Backspace": Label("⌫", "⌫"),
    "Space": Label("Space", "Mezerník"),
    "Left": Label("←", "←"),
    "Right": Label("→", "→"),
    "Up": Label("↑", "↑"),
    "Down": Label("↓", "↓"),
    "PageUp": Label("PgUp", "PgUp"),
    "PageDown": Label("PgDn", "PgDn"),
    "Comma": Label(",", ","),
    "Plus": Label("+", "+"),
    "Shift": Label("⇧", "⇧"),
}


@dataclass(frozen=True, slots=True)
class KeyPress:
    """One key, named as on an English keyboard (``A``, ``1``, ``F9``, ``Return``), with its modifiers.

    ``keypad`` tells a numeric keypad's key from its double.
    """

    key: str
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    meta: bool = False
    keypad: bool = False

    @property
    def chord(self) -> str:
        """The press as a settings text, such as ``Shift+Backspace``; Shift is dropped where it only makes the sign."""
        held = {
            "Ctrl": self.ctrl,
            "Alt": self.alt,
            "Meta": self.meta,
            "Shift": self.shift and self._shift_counts,
        }
        return "+".join([*(name for name in _MODIFIERS if held[name]), self.key])

    @property
    def _shift_counts(self) -> bool:
        return len(self.key) > 1 or self.key.isalpha()

    @property
    def works_while_typing(self) -> bool:
        """F-keys, Esc, Tab and Ctrl chords work while a text field has the caret; everything else is text."""
        if self.key in ("Esc", "Tab"):
            return True
        return (self.key[0] == "F" and self.key[1:].isdigit()) or (self.ctrl and not self.alt)


_ACTION_NAMES = frozenset(action.value for action in Action)


def _chords(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def default_keys() -> dict[Action, tuple[str, ...]]:
    """Every action's keys as they come."""
    return {action: _chords(word.keys) for action, word in ACTIONS.items()}


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The keys in force. Actions may have several keys or none."""

    keys: Mapping[Action, tuple[str, ...]] = field(default_factory=default_keys)

    @classmethod
    def from_setting(cls, changes: Mapping[str, Sequence[str]]) -> KeyMap:
        """The default keys with ``changes`` (action name to keys; no key turns it off) laid over.

        Unknown actions are passed over: an older or newer program may have written them.
        """
        keys = default_keys()
        for name, chords in changes.items():
            if name in _ACTION_NAMES:
                keys[Action(name)] = tuple(chords)
        return cls(keys)

    def to_setting(self) -> dict[str, tuple[str, ...]]:
        """Only what differs from the default keys."""
        standard = default_keys()
        return {action.value: chords for action, chords in self.keys.items() if chords != standard[action]}

    def action_for(
        self, press: KeyPress, *, typing: bool = False, place: Place = Place.CALLS
    ) -> Action | None:
        """What this press does in ``place``; ``typing`` tells that a text field has the caret."""
        if typing and not press.works_while_typing:
            return None
        chord = press.chord
        return next(
            (action for action, chords in self.keys.items() if chord in chords and place in _PLACES[action]),
            None,
        )

    def cap(self, action: Action, lang: str = Lang.EN) -> str:
        """What the key cap of ``action`` says; empty when it has no key."""
        chords = self.keys.get(action, ())
        return cap_of(chords[0], lang) if chords else ""

    def digit_cap(self, digit: int | None, lang: str = Lang.EN) -> str:
        """The key cap that picks what the digit 1 to 9 picks; empty without a digit."""
        return self.cap(OPTIONS[digit - 1], lang) if digit else ""

    def digit_caps(self, most: int, lang: str = Lang.EN) -> str:
        """The keys that pick the first ``most`` rows, as a sentence names them: ``1–5``, or each; empty without any."""
        caps = [cap for digit in range(1, most + 1) if (cap := self.digit_cap(digit, lang))]
        usual = caps == [str(digit) for digit in range(1, most + 1)]
        return f"1–{most}" if usual and most > 1 else ", ".join(caps)

    def caps(self, action: Action, lang: str = Lang.EN) -> tuple[str, ...]:
        """All key caps of ``action``."""
        return tuple(cap_of(chord, lang) for chord in self.keys.get(action, ()))

    def cap_in_text(self, action: Action, lang: str = Lang.EN) -> str:
        """The first key cap of ``action`` that works while a text field has the caret; empty when none does."""
        chords = self.keys.get(action, ())
        return next((cap_of(chord, lang) for chord in chords if _pressed(chord).works_while_typing), "")

    def cap_beside_space(self, action: Action, lang: str = Lang.EN) -> str:
        """The first key cap of ``action`` that is not the space bar, where that presses what has the focus."""
        return next((cap_of(one, lang) for one in self.keys.get(action, ()) if one != "Space"), "")

    def holder_of(self, chord: str, apart_from: Action | None = None) -> Action | None:
        """Which action has this key already; only those heard where ``apart_from`` is, when one is given."""
        return next(
            (
                action
                for action, chords in self.keys.items()
                if chord in chords
                and action is not apart_from
                and (apart_from is None or _meet(action, apart_from))
            ),
            None,
        )

    def clashes(self) -> Iterator[tuple[str, Action, Action]]:
        """Every key that two actions of one place claim (the first one gets it)."""
        seen: dict[str, list[Action]] = {}
        for action, chords in self.keys.items():
            for chord in chords:
                holder = next((one for one in seen.get(chord, ()) if _meet(one, action)), None)
                if holder is not None:
                    yield chord, holder, action
                seen.setdefault(chord, []).append(action)

    def with_keys(self, action: Action, *chords: str) -> KeyMap:
        """The same map with other keys for ``action``; no chord turns it off."""
        return replace(self, keys={**self.keys, action: chords})


def _pressed(chord: str) -> KeyPress:
    """A settings text as the press that it stands for."""
    *held, key = chord.split("+") if chord != "+" else ["+"]
    return KeyPress(key, shift="Shift" in held, ctrl="Ctrl" in held, alt="Alt" in held, meta="Meta" in held)


def cap_of(chord: str, lang: str = Lang.EN) -> str:
    """A settings text as a key cap says it: ``Shift+Backspace`` is ``⇧⌫``."""
    *held, key = chord.split("+") if chord != "+" else ["+"]
    words = [_CAPS[part].in_lang(lang) if part in _CAPS else part for part in (*held, key)]
    return "".join(words) if all(len(word) == 1 for word in words) else "+".join(words).replace("⇧+", "⇧")


def clash_words(chord: str, holder: Action, lang: str) -> str:
    """Says in words that a key is taken."""
    words = ACTIONS[holder].words.in_lang(lang)
    if lang == Lang.CS:
        return (
            f"Klávesa {cap_of(chord, lang)} už patří k „{words}“. Zvolte jinou, nebo ji tam nejdřív uvolněte."
        )
    return f"{cap_of(chord, lang)} is already the key for “{words}”. Choose another, or free it there first."
