"""Pages of problems with the files beside a playbook: its tests and the scorecards (CC050-CC059)."""

from __future__ import annotations

from app.playbook.explain.page import Page
from app.playbook.problems import Level
from app.playbook.vocabulary import Label

_CARD = """\
callcue: 1
id: short
title: {en: A short card, cs: Krátká karta}
sections:
  - id: opening
    title: {en: Opening, cs: Otevření}
    criteria:
      - id: name
        text: {en: Said the name, cs: Představení jménem}
        scale: yes_no
        weight: WEIGHT
        anchors:
          "no": {text: {en: No name, cs: Bez jména}, example: {en: Hello., cs: Dobrý den.}}
          "yes": {text: {en: A name, cs: Se jménem}, example: {en: "Hello, Eva here.", cs: "Dobrý den, Eva."}}
"""

PAGES: tuple[Page, ...] = (
    Page(
        "CC050",
        Level.ERROR,
        Label("A test that cannot be run", "Test, který nejde spustit"),
        Label("{en}", "{cs}"),
        Label(
            "A file such as inbound-lead.test.yaml lies beside inbound-lead.yaml and lists calls: who is rung (lead), what "
            "happens step by step (play), and what must be so at the end (expect); and walks of random callers. A script "
            "for 'callcue play' holds one such call. Whether the steps fit the playbook is told by 'callcue test'.",
            "Soubor jako inbound-lead.test.yaml leží vedle inbound-lead.yaml a vypisuje hovory: komu se volá (lead), co se "
            "krok za krokem stane (play) a co má platit na konci (expect); a procházky náhodných volajících (walks). "
            "Skript pro „callcue play“ obsahuje jeden takový hovor. Zda kroky sedí ke scénáři, řekne „callcue test“.",
        ),
        """\
- name: a busy baker
  plya: [opening.hello.ok, hang up]
  expect: {outcome: callback}
""",
        """\
- name: a busy baker
  play: [opening.hello.ok, hang up]
  expect: {outcome: callback}
- walks: {runs: 500, seed: 7}
""",
    ),
    Page(
        "CC051",
        Level.ERROR,
        Label("A scorecard that cannot be used", "Hodnoticí karta, kterou nejde použít"),
        Label("{en}", "{cs}"),
        Label(
            "A scorecard in the folder scorecards has sections with criteria. Each criterion has a text, a scale (yes_no or "
            "0-1-2), a weight, and an anchor with an example for every mark; all weights together make 'total' (100 when "
            "it is left out). Under 'causes' a card may name what is behind bad marks, else the usual ones are offered. A card that "
            "cannot be used is not offered to trainers.",
            "Hodnoticí karta ve složce scorecards má oddíly s kritérii. Každé kritérium má text, stupnici (yes_no nebo "
            "0-1-2), váhu a pro každou známku popis s příkladem; všechny váhy dávají dohromady „total“ (bez něj 100). "
            "Pod „causes“ může karta uvést příčiny špatných známek, jinak se nabízejí obvyklé. Karta, kterou nejde "
            "použít, se školitelům nenabízí.",
        ),
        _CARD.replace("WEIGHT", "90"),
        _CARD.replace("WEIGHT", "100"),
    ),
)
