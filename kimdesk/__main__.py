"""`python -m kimdesk` is the same as `kimdesk`."""

from __future__ import annotations

import sys

from kimdesk.app.main import main

if __name__ == "__main__":
    sys.exit(main())
