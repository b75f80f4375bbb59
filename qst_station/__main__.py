"""`python -m qst_station` is the `qst-station` command."""

from qst_station.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
