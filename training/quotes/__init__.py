"""The recipe of the quote tagger."""
