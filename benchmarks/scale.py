#!/usr/bin/env python3
"""A server over a store of a million versions: what each route of the pages takes, and how much memory that needs.

usage: scale.py make FOLDER [--assets 10000] [--days 1000] [--published 100]
       scale.py ask FOLDER [--calls 50] [--commits 3]
       scale.py restart FOLDER [--times 3]

`make` writes a project of daily assets in ten layers, each reading two of the layer above, as that of w3_load.py, with a
partition for each of so many days, and materializes the first days of all of them, ten days a command. `ask` starts a server
over it and asks for what the pages ask for, over one connection: the first answer, and what follows. With --commits another
command publishes one partition of an asset of the first layer so many times, on which a tenth of all wait: what the status takes
right after, and when it knows of the commit. `restart` starts a server without what the one before has kept of
how assets stand, and then servers with it: what the first status takes, what answers take while everything is looked at, when it is
known how assets stand, and the same answer.
"""
import argparse
import datetime
import json
import pathlib
import time

from serving import Served, weir
from w3_load import declared, project

PAGES_ASK_EVERY_SECONDS = 1
FIRST_DAY = datetime.date(2021, 1, 1)
DAYS_A_COMMAND = 10

ROUTES = [
    "/status",
    "/health",
    "/project",
    "/graph",
    "/settings",
    "/assets?limit=50",
    "/assets?status=missing&limit=50",
    "/assets?selection=%2Ba_{last}&limit=50",
    "/search?q=a_99",
    "/asset?key=a_{last}",
    "/asset?key=a_{last}&partition={day}",
    "/asset/why?key=a_{last}&partition={day}",
    "/asset/partitions?key=a_{last}",
    "/asset/versions?key=a_{last}",
    "/asset/versions?key=a_{last}&partition={day}",
    "/asset/series?key=a_{last}",
    "/asset/lineage?key=a_{last}&partition={day}",
    "/asset/checks?key=a_{last}",
    "/asset/sample?key=a_{last}&partition={day}",
    "/partitions?limit=100",
    "/partitions",
    "/partitions?selection=%2Ba_{last}",
    "/checks",
    "/runs",
    "/runs/latest",
    "/runs/latest/timeline",
    "/runs/latest/log?before=999999999",
]

WHILE_LOOKING = [
    "/status",
    "/health",
    "/assets?limit=50",
    "/assets?status=missing&limit=50",
    "/asset?key=a_{last}",
    "/partitions",
    "/checks",
    "/runs",
]


def day(number):
    return str(FIRST_DAY + datetime.timedelta(days=number))


def make(folder, assets, days, published):
    folder.mkdir(parents=True)
    daily = f'@dev.weir.partitions.Daily(start = "{day(0)}", end = "{day(days)}") public final class'
    project(folder, ((name, text.replace("public final class", daily)) for name, text in declared(assets)))
    (folder / "shape.json").write_text(json.dumps({"assets": assets, "days": days, "published": published}))
    for first in range(0, published, DAYS_A_COMMAND):
        last = min(published, first + DAYS_A_COMMAND) - 1
        start = time.perf_counter()
        weir(folder, "materialize", "--partition", f"{day(first)}..{day(last)}", "--yes")
        took = time.perf_counter() - start
        print(f"{day(first)} to {day(last)}: {assets * (last - first + 1):,} versions in {took:.1f} s", flush=True)


def ask(folder, calls, commits):
    shape = json.loads((folder / "shape.json").read_text())
    print(shape)
    with Served(folder) as server:
        known_at(server, shape)
        for path in ROUTES:
            server.measure(path.format(last=shape["assets"] - 1, day=day(0)), calls)
        server.print_heap("after the questions")
        for _ in range(commits):
            server.measure_after("materialize", "a_0", "--partition", day(0), "--force", "--only", "--yes")
        server.print_heap("after the commits")


def known_at(server, shape):
    """Asks what pages ask, again and again, until it is known how assets stand."""
    start = time.perf_counter()
    server.ask("/status")
    first = time.perf_counter() - start
    slowest, asked = {}, 0
    while json.loads(server.ask("/looking")[1])["looking"]:
        time.sleep(PAGES_ASK_EVERY_SECONDS)
        for path in WHILE_LOOKING:
            before = time.perf_counter()
            status, _ = server.ask(path.format(last=shape["assets"] - 1, day=day(0)))
            slowest[path] = max(slowest.get(path, 0), time.perf_counter() - before)
            asked += 1
            if status != 200:
                raise SystemExit(f"{path} answers {status}")
    print(f"first status {first:.2f} s after the link, known {time.perf_counter() - start:.2f} s after it,"
          f" {server.cpu_seconds():.1f} s of processor time from the start on", flush=True)
    if asked:
        print(f"{asked} answers meanwhile, the slowest of each:", flush=True)
        for path, took in slowest.items():
            print(f"  {path:<48} {took * 1000:8.1f} ms", flush=True)


def first_status(folder, what):
    print(f"{what}:", flush=True)
    with Served(folder) as server:
        known_at(server, json.loads((folder / "shape.json").read_text()))
        status = json.loads(server.ask("/status")[1])
        return status["watermark"], status["statuses"], status["of"]


def restart(folder, times):
    kept = folder / ".weir" / "cache" / "standings-main"
    kept.unlink(missing_ok=True)
    looked = first_status(folder, "without what was kept")
    print(f"kept {kept.stat().st_size:,} B")
    for _ in range(times):
        if first_status(folder, "with it") != looked:
            raise SystemExit("the answers differ")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("what", choices=["make", "ask", "restart"])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--assets", type=int, default=10_000)
    options.add_argument("--days", type=int, default=1_000)
    options.add_argument("--published", type=int, default=100)
    options.add_argument("--calls", type=int, default=50)
    options.add_argument("--commits", type=int, default=3)
    options.add_argument("--times", type=int, default=3)
    chosen = options.parse_args()
    folder = chosen.folder.resolve()
    if chosen.what == "make":
        make(folder, chosen.assets, chosen.days, chosen.published)
    elif chosen.what == "restart":
        restart(folder, chosen.times)
    else:
        ask(folder, chosen.calls, chosen.commits)


if __name__ == "__main__":
    main()
