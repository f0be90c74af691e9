"""`python -m jianyi.console`: the same as the `jianyi` command."""

import sys

from .main import main


sys.exit(main())
