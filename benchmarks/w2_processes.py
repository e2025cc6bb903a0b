#!/usr/bin/env python3
"""W2, isolated: a chain of N steps, each in a process of its own; Weir beside Dagster's default (multiprocess) executor.

usage: w2_processes.py [--steps 10] [--runs 3] [--dagster PYTHON]

What a step costs is the time of the whole command, less that of a command with one step in process, by the number of steps.
Three kinds of steps in Weir: a method that gives a number, a method that gives a table (which loads DuckDB), and a shell
command. --dagster names the python of an environment that has dagster 1.13. Needs a built Weir (./weir version builds it).
"""
import argparse
import os
import pathlib
import shutil
import tempfile

from cold import ROOT, measured


def numbers(n, mark):
    return "".join(f"{mark} @Asset int a{i}({'' if i == 0 else f'int a{i - 1}'}) {{ return {i}; }}\n" for i in range(n))


def tables(n):
    steps = [f"@RunIn(Where.PROCESS) @Asset List<Row> a{i}({'' if i == 0 else f'List<Row> a{i - 1}'})"
             f" {{ return List.of(new Row({i})); }}\n" for i in range(n)]
    return "record Row(int i) {}\n" + "".join(steps)


def commands(n):
    steps = [f"@Asset(after = {{{'' if i == 0 else chr(34) + f'a{i - 1}' + chr(34)}}}) @Command(\"true\") void a{i}();\n"
             for i in range(n)]
    return "interface Commands {\n" + "".join(steps) + "}\n"


def dagster(n):
    lines = ["import dagster as dg", ""]
    for i in range(n):
        deps = "" if i == 0 else f"deps=['a{i - 1}']"
        lines.append(f"@dg.asset({deps})\ndef a{i}() -> None: ...\n")
    return "\n".join(lines + [f"defs = dg.Definitions([{', '.join(f'a{i}' for i in range(n))}])"])


def timed(command, folder, environment):
    cpu, wall = measured(command, cwd=folder, env=os.environ | environment)
    return wall, cpu


def weir(source, runs):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "Chain.java").write_text(source)
        state = pathlib.Path(folder, "state")
        command = [ROOT / "weir", "materialize", "--force", "-f", "Chain.java"]
        timed(command, folder, {"WEIR_HOME": str(state)})
        return [timed(command, folder, {"WEIR_HOME": str(state)}) for _ in range(runs)]


def peer(python, n, runs):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "chain.py").write_text(dagster(n))
        figures = []
        for _ in range(runs):
            home = pathlib.Path(folder, "home")
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            command = [python, "-m", "dagster", "asset", "materialize", "--select", "*", "-f", "chain.py"]
            figures.append(timed(command, folder, {"DAGSTER_HOME": str(home)}))
        return figures


def say(name, figures, base, n):
    wall, cpu = (sorted(each) for each in zip(*figures))
    print(f"{name:<34} a step: wall s least {(wall[0] - base[0]) / n:6.3f} median {(wall[len(wall) // 2] - base[0]) / n:6.3f}"
          f"   cpu s least {(cpu[0] - base[1]) / n:6.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--dagster")
    chosen = parser.parse_args()
    n, runs = chosen.steps, chosen.runs
    print(f"load before: {os.getloadavg()[0]:.1f}")
    one = [min(each) for each in zip(*weir(numbers(1, ""), runs))]
    say("Weir, in process", weir(numbers(n, ""), runs), one, n)
    say("Weir, @RunIn(PROCESS), a number", weir(numbers(n, "@RunIn(Where.PROCESS)"), runs), one, n)
    say("Weir, @RunIn(PROCESS), a table", weir(tables(n), runs), one, n)
    say("Weir, @Command", weir(commands(n), runs), one, n)
    if chosen.dagster:
        say("Dagster, multiprocess", peer(chosen.dagster, n, runs), [0, 0], n)
    print(f"load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
