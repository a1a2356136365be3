#!/usr/bin/env python3
"""What a user's first build costs: close-code beside strum with its derive.

Builds an empty program that depends on the one or on the other, each time from nothing, alternating in
one run, and prints CPU seconds (user and system, of cargo, rustc and the linker) and their ratio.
Packages are fetched beforehand, and builds are not incremental, as they are for what a registry gives.

    benches/cold_build.py [--rounds 3]
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = {
    "close-code": f'close-code = {{ path = "{ROOT}" }}',
    "strum": 'strum = { version = "=0.28.0", features = ["derive"] }',
}


def program(folder, name):
    home = Path(folder) / name
    (home / "src").mkdir(parents=True)
    (home / "src/main.rs").write_text("fn main() {}\n")
    (home / "Cargo.toml").write_text(
        f'[package]\nname = "user-of-{name}"\nversion = "0.0.0"\nedition = "2024"\n'
        f"[workspace]\n[dependencies]\n{PROGRAMS[name]}\n"
    )
    subprocess.run(["cargo", "fetch", "-q"], cwd=home, check=True)
    return home


def cold_build(home):
    shutil.rmtree(home / "target", ignore_errors=True)
    environment = dict(os.environ, CARGO_INCREMENTAL="0", CARGO_TARGET_DIR=str(home / "target"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["cargo", "build", "-q", "--offline"], cwd=home, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: program(folder, name) for name in PROGRAMS}
        seconds = {name: [] for name in PROGRAMS}
        for _ in range(rounds):
            for name, home in homes.items():
                seconds[name].append(cold_build(home))
    for name, figures in seconds.items():
        print(f"{name:10}  least {min(figures):5.2f}  median {statistics.median(figures):5.2f} CPU s")
    pairs = [ours / theirs for ours, theirs in zip(*seconds.values())]
    print(f"ratio, pair by pair: {', '.join(f'{pair:.2f}' for pair in pairs)}; "
          f"median {statistics.median(pairs):.2f}")


if __name__ == "__main__":
    main()
