"""Texts -> who shares which words with whom. Needs no annotations and nothing but the words."""
