"""What the desk's pages show, worked out from a dossier's JSON: no store, no request."""
