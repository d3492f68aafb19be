"""`python -m salesreg` is the command `salesreg`."""

from __future__ import annotations

from salesreg.cli import main

if __name__ == "__main__":
    main()
