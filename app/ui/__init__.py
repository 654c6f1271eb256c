"""Everything Qt: window frame, theme, words, widgets and the screens."""
