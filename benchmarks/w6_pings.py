#!/usr/bin/env python3
"""W6: five million pings -> features of 5,000 trucks -> one summary; whole cold processes, Weir beside Dagster in the same run.

usage: w6_pings.py [--runs 3] [--dagster PYTHON --task FILE]

Each run starts from an empty state in which only the classes are compiled. Wall time, processor time and the greatest resident
memory are those of the process, as the kernel counts them. The summary is read and compared with the exact answer.
--dagster names the python of an environment that has dagster, pandas and pyarrow, --task a script that takes the way
(plain, parquet) as its argument and W6_OUT in the environment. Needs a built Weir (./weir version builds it).
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXACT = [5000, 5_000_000, 1_404_465, 119.99, 60.020978060018]


def measured(command, env):
    """Wall seconds, processor seconds, greatest resident MiB; with the children it waited for."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    problem = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit("%s failed:\n%s" % (command, problem.decode()))
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(answer):
    exact = all(abs(got - expected) < 1e-9 for got, expected in zip(answer, EXACT)) and len(answer) == len(EXACT)
    if not exact:
        sys.exit("the summary is %s and should be %s" % (answer, EXACT))


def weir(way, folder):
    env = dict(os.environ, WEIR_HOME=str(folder))
    source = str(ROOT / "benchmarks" / "w6" / way) + ".java"
    command = [str(ROOT / "weir"), "-f", source]
    subprocess.run([*command, "list"], env=env, check=True, stdout=subprocess.DEVNULL)    # compiles: classes are kept in the state
    figures = measured([*command, "materialize"], env)
    answer = json.loads(subprocess.run([*command, "sql", "--json", "select * from summary"], env=env, check=True,
                                       stdout=subprocess.PIPE).stdout)
    row = answer["result"]["rows"][0]
    names = ["trucks", "pings", "harsh_stops", "max_speed", "avg_speed"]
    compare([float(row[name]) for name in names] if isinstance(row, dict) else [float(value) for value in row])
    return figures


def say(name, runs):
    runs.sort()
    wall, cpu, memory = runs[len(runs) // 2]
    print("%-22s wall s %.2f (least %.2f)   cpu s %.2f   MiB %.0f" % (name, wall, runs[0][0], cpu, memory), flush=True)


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--dagster")
    arguments.add_argument("--task")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="weir-w6-") as folder:
        state = pathlib.Path(folder)

        def fresh(name):
            shutil.rmtree(state / name, ignore_errors=True)
            (state / name).mkdir()
            return state / name

        for way in ("PingsBySql", "PingsByRecords"):
            say(way, [weir(way, fresh("state")) for _ in range(options.runs)])
        for way in ("plain", "parquet") if options.dagster else ():
            say("dagster " + way, [
                measured([options.dagster, options.task, way],
                         dict(os.environ, W6_OUT=str(fresh("out")), DAGSTER_HOME=str(fresh("home"))))
                for _ in range(options.runs)])


if __name__ == "__main__":
    main()
