"""Settings: what can be set, and the file that keeps it."""

from app.settings.declared import Declared, Language, Setting, Settings, Theme, catalogue
from app.settings.file import FILE_NAME, HOME_VARIABLE, Loaded, SettingsProblem, home_folder, load, save

__all__ = [
    "FILE_NAME",
    "HOME_VARIABLE",
    "Declared",
    "Language",
    "Loaded",
    "Setting",
    "Settings",
    "SettingsProblem",
    "Theme",
    "catalogue",
    "home_folder",
    "load",
    "save",
]
