"""The live part of reading: the web, feeds and archives."""
