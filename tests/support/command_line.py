"""The command line in a process of its own."""

import os
import subprocess
import sys

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def textproof(*arguments, data=None, **environment):
    """The command line in a process of its own."""
    command = [sys.executable, "-P", "-m", "textproof", *arguments]
    done = subprocess.run(command, capture_output=True, input=data, check=False,
                          env={**os.environ, **environment})  # fmt: skip
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    return done
