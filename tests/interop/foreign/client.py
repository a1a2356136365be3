"""What every client here does: it opens a connection for each code, and prints what its application
is told. The other end sends a Close frame with the code that the path names.

Arguments: the port, and how many connections are open at a time.
"""

import asyncio
import sys
from importlib.metadata import version

PORT, WORKERS = map(int, sys.argv[1:3])


def say(*words):
    print(*words, flush=True)


async def run(package, open_and_wait):
    """Prints the version of a package, then a line a code. `open_and_wait` takes an address."""
    say("version", version(package))
    codes = iter(range(65536))

    async def worker():
        for code in codes:
            say(code, await open_and_wait(f"ws://127.0.0.1:{PORT}/{code}"))

    await asyncio.gather(*(worker() for _ in range(WORKERS)))


def run_blocking(package, open_and_wait):
    """The same for a library that blocks."""

    async def in_thread(address):
        return await asyncio.to_thread(open_and_wait, address)

    asyncio.run(run(package, in_thread))
