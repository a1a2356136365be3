#!/usr/bin/env python3
"""What `#[derive(CloseCodeRange)]` costs a build, beside num_enum and strum on the same enum.

For 10, 100 and 1000 variants it builds the same enum with either set of derives, the dependencies
built beforehand, alternating in one run, and prints CPU seconds (user and system, of cargo, rustc and
the linker) with the cost of an empty crate taken off.

    benches/derive_cost.py [--rounds 7] [--sizes 10,100,1000] [--release] [--check]

`--check` ends with 1 if a goal is missed: at most 0.5 of the peers at 1000 variants, and a growth
from 10 to 1000 that is no more than in proportion.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOAL = 0.5
PEERS = 'num_enum = "=0.7.6"\nstrum = { version = "=0.28.0", features = ["derive"] }\n'
OURS = f'close-code = {{ path = "{ROOT}", features = ["derive"] }}\n'

# Each uses what the derives give: a number to a variant and back, the text, the description.
MAIN = {
    "empty": "fn main() {}\n",
    "close-code": """
fn main() {
    let number: u16 = std::env::args().count() as u16 + 4000;
    if let Ok(close) = ChatClose::try_from(number) {
        let back: u16 = close.into();
        println!("{back} {close} {} {}", close.meaning(), close.entry().description());
    }
}
""",
    "num_enum+strum": """
fn main() {
    use strum::EnumMessage as _;
    let number: u16 = std::env::args().count() as u16 + 4000;
    if let Ok(close) = ChatClose::try_from(number) {
        let back: u16 = close.into();
        println!("{back} {close} {:?} {:?}", close.get_message(), close.get_documentation());
    }
}
""",
}


def enum(peer: str, count: int) -> str:
    """The enum: a meaning and a description for each variant, the same words for both."""
    if peer == "empty":
        return ""
    lines = []
    if peer == "close-code":
        lines.append("#[derive(Clone, Copy, Debug, PartialEq, Eq, close_code::CloseCodeRange)]")
    else:
        lines.append(
            "#[derive(Clone, Copy, Debug, PartialEq, Eq, num_enum::TryFromPrimitive, "
            "num_enum::IntoPrimitive, strum::Display, strum::EnumMessage)]"
        )
    lines += ["#[repr(u16)]", "pub enum ChatClose {"]
    for number in range(count):
        meaning = f"Reason number {number}"
        lines.append(f"    /// {meaning}")
        lines.append("    ///")
        lines.append(f"    /// The server ended the connection for the reason with the number {number}.")
        if peer != "close-code":
            lines.append(f'    #[strum(message = "{meaning}", to_string = "{meaning}")]')
        lines.append(f"    Reason{number} = {4000 + number},")
    lines.append("}")
    return "\n".join(lines) + "\n"


def make(folder: Path, peer: str, count: int) -> Path:
    """Writes a package and builds it once, so that only the package itself is left to build."""
    package = folder / f"{peer.replace('+', '-')}-{count}"
    (package / "src").mkdir(parents=True)
    dependencies = {"empty": "", "close-code": OURS, "num_enum+strum": PEERS}[peer]
    (package / "Cargo.toml").write_text(
        '[package]\nname = "subject"\nversion = "0.0.0"\nedition = "2024"\n'
        f"[dependencies]\n{dependencies}[workspace]\n"
    )
    (package / "src/main.rs").write_text(enum(peer, count) + MAIN[peer])
    return package


def build(package: Path, release: bool) -> float:
    """Builds the package alone; CPU seconds."""
    (package / "src/main.rs").touch()
    environment = dict(os.environ, CARGO_INCREMENTAL="0", CARGO_TARGET_DIR=str(package / "target"))
    environment.pop("RUSTFLAGS", None)
    command = ["cargo", "build", "--quiet"] + (["--release"] if release else [])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=package, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(folder: Path, sizes: list[int], rounds: int, release: bool) -> dict:
    """CPU seconds of every round, by peer and size; the peers alternate."""
    subjects = [("empty", 0)] + [(peer, n) for n in sizes for peer in ("close-code", "num_enum+strum")]
    packages = {subject: make(folder, *subject) for subject in subjects}
    for package in packages.values():
        build(package, release)
    times = {subject: [] for subject in subjects}
    for number in range(rounds):
        order = subjects if number % 2 == 0 else subjects[::-1]
        for subject in order:
            times[subject].append(build(packages[subject], release))
    return times


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--sizes", default="10,100,1000")
    arguments.add_argument("--release", action="store_true")
    arguments.add_argument("--check", action="store_true")
    arguments = arguments.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    if shutil.which("cargo") is None:
        print("cargo is not on the path", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="derive-cost-") as folder:
        times = measure(Path(folder), sizes, arguments.rounds, arguments.release)
    empty = min(times["empty", 0])
    profile = "release" if arguments.release else "dev"
    print(f"CPU seconds, {profile} profile, {arguments.rounds} rounds, least (median);")
    print(f"an empty crate takes {empty:.3f}, which is taken off\n")
    print(f"{'variants':>8}  {'close-code':>16}  {'num_enum+strum':>16}  {'ratio':>6}")
    ratios, ours_by_size = {}, {}
    for size in sizes:
        cells = []
        for peer in ("close-code", "num_enum+strum"):
            runs = [run - empty for run in times[peer, size]]
            cells.append((min(runs), statistics.median(runs)))
        (ours, ours_median), (theirs, theirs_median) = cells
        ratios[size], ours_by_size[size] = ours / theirs, ours
        print(
            f"{size:>8}  {ours:>7.3f} ({ours_median:.3f})  {theirs:>7.3f} ({theirs_median:.3f})"
            f"  {ours / theirs:>6.2f}"
        )
    small, large = sizes[0], sizes[-1]
    growth = ours_by_size[large] / max(ours_by_size[small], 1e-3)
    print(f"\nfrom {small} to {large} variants, {large / small:.0f} times as many: {growth:.1f} times the cost")
    if arguments.check and (ratios[large] > GOAL or growth > large / small):
        print(f"the goal is a ratio of {GOAL} and a growth of {large / small:.0f}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
