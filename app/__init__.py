"""Callcue: a prompter for sales calls and the memory of the house."""
