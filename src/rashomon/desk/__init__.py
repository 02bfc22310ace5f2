"""Desk: the jobs that keep a store up to date."""
