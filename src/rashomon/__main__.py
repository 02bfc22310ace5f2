"""`python -m rashomon` is the command `rashomon`."""

from rashomon.cli import main

main()
