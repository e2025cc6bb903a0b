#!/usr/bin/env python3
"""What the server of a project of very many assets costs: its start, and what it answers, warm.

usage: http_api.py [--assets 10000] [--days 0] [--calls 200] [--made] [--commits 0]

The project is that of w3_load.py: methods in classes of 1,000, each asset reading two of the layer above. With --made all of
them are materialized before. With --days N each asset has a partition for each of so many days. The start is from the command
to the link; then each route is called again and again over one connection. With --commits N another command publishes
one partition so many times: what the status takes right after, and when it knows of the commit.
"""
import argparse
import datetime
import pathlib
import tempfile

from serving import Served, weir
from w3_load import declared, project

FIRST_DAY = datetime.date(2024, 1, 1)

ROUTES = [
    "/project",
    "/graph",
    "/status",
    "/assets?limit=50",
    "/assets?status=missing&limit=50",
    "/search?q=a_99",
    "/asset?key=a_{last}",
    "/asset/why?key=a_{last}",
]


def by_day(sources, days):
    end = FIRST_DAY + datetime.timedelta(days=days)
    for name, text in sources:
        yield name, text if days == 0 else text.replace(
            "public final class", f'@dev.weir.partitions.Daily(start = "{FIRST_DAY}", end = "{end}") public final class')


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--assets", type=int, default=10_000)
    options.add_argument("--calls", type=int, default=200)
    options.add_argument("--days", type=int, default=0)
    options.add_argument("--made", action="store_true")
    options.add_argument("--commits", type=int, default=0)
    chosen = options.parse_args()
    partition = ["--partition", str(FIRST_DAY)] if chosen.days else []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        project(folder, by_day(declared(chosen.assets), chosen.days))
        weir(folder, *(["materialize", "--yes"] if chosen.made else ["list", "a_0"]))
        with Served(folder) as server:
            for path in ROUTES:
                server.measure(path.format(last=chosen.assets - 1), chosen.calls)
            for _ in range(chosen.commits):
                server.measure_after("materialize", "a_0", "--force", "--only", "--yes", *partition)


main()
