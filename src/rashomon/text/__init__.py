"""Pure functions on strings: cleaning, offsets, sentences, numbers, dates, names."""
