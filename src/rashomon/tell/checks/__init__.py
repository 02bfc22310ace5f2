"""Checks of a dossier from its JSON alone, one module for each kind of promise."""
