"""The settings screen: everything that can be set, in force at once."""
