#!/usr/bin/env python3
"""A server of a project with very many recorded runs: what its pages of runs take, and whether its memory grows as they are read.

usage: many_runs.py [--runs 100000] [--rounds 5] [--pages 200]

The project has two assets and one real run; the others are copies of it, inserted into the database (runs/RecordedRuns.java). In
each round the pages of runs are read one after the other, and single runs of them, then the heap is measured after a collection.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

from cold import ROOT, java_home
from serving import Served, weir
from w3_load import declared, project


def recorded(folder, runs):
    h2 = next((ROOT / "cli/target/weir/lib").glob("h2-*.jar"))
    subprocess.run(
        [f"{java_home()}/bin/java", "-cp", str(h2), ROOT / "benchmarks/runs/RecordedRuns.java", folder / ".weir/db/weir", str(runs)],
        check=True)


def walk(server, pages):
    for page in range(pages):
        status, body = server.ask(f"/runs?limit=100&offset={page * 100}")
        assert status == 200, body
        runs = json.loads(body)["runs"]
        for run in runs[:2]:
            assert server.ask(f"/runs/{run['run']}")[0] == 200
            assert server.ask(f"/runs/{run['run']}/timeline")[0] == 200
        if not runs:
            break


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--pages", type=int, default=200)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        project(folder, declared(2))
        weir(folder, "materialize")
        recorded(folder, chosen.runs)
        with Served(folder) as server:
            server.print_heap(f"{chosen.runs:,} runs")
            for path in ["/status", "/runs", "/runs?limit=100", "/runs?status=FAILED", "/runs?asset=a_0", "/runs/latest"]:
                server.measure(path, 20)
            for number in range(1, chosen.rounds + 1):
                walk(server, chosen.pages)
                server.print_heap(f"round {number} of {chosen.pages} pages")


main()
