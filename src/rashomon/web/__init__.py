"""The desk in a browser: pages and an API over a store, for people who work in it."""
