#!/usr/bin/env python3
"""A server of a project with very many recorded runs: what its pages of runs take, and whether its memory grows as they are read.

usage: many_runs.py [--runs 100000] [--rounds 5] [--pages 200]

The project has two assets and one real run; the others are copies of it, inserted into the database (runs/RecordedRuns.java). In
each round the pages of runs are read one after the other, and single runs of them, then the heap is measured after a collection.
"""
import argparse
import json
import os
import pathlib
import subprocess
import tempfile

from cold import ROOT, java_home
from scale import ask, environment, heap, measure, weir
from w3_load import declared, project


def recorded(folder, runs):
    h2 = next((ROOT / "cli/target/weir/lib").glob("h2-*.jar"))
    subprocess.run(
        [f"{java_home()}/bin/java", "-cp", str(h2), ROOT / "benchmarks/runs/RecordedRuns.java", folder / ".weir/db/weir", str(runs)],
        check=True)


def walk(port, token, pages):
    before = ""
    for page in range(pages):
        status, body = ask(port, token, f"/runs?limit=100{before}")
        assert status == 200, body
        runs = json.loads(body)["runs"]
        for run in runs[:2]:
            assert ask(port, token, f"/runs/{run['run']}")[0] == 200
            assert ask(port, token, f"/runs/{run['run']}/timeline")[0] == 200
        if not runs:
            break
        before = f"&offset={(page + 1) * 100}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--pages", type=int, default=200)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        project(folder, declared(2))
        subprocess.run(weir(folder, "materialize"), check=True, stdout=subprocess.DEVNULL, env=environment())
        recorded(folder, chosen.runs)
        server = subprocess.Popen(
            weir(folder, "server", "--port", "0"), stdout=subprocess.PIPE, text=True, env=environment())
        try:
            link = server.stdout.readline().split(" is at ")[1].strip()
            port, token = int(link.split(":")[2].split("/")[0]), link.split("token=")[1]
            print(f"{chosen.runs:,} runs, load {os.getloadavg()[0]:.1f}, heap {heap(server.pid):.0f} MB", flush=True)
            for path in ["/status", "/runs", "/runs?limit=100", "/runs?status=FAILED", "/runs?asset=a_0", "/runs/latest"]:
                measure(port, token, path, 20)
            for number in range(1, chosen.rounds + 1):
                walk(port, token, chosen.pages)
                print(f"after round {number} of {chosen.pages} pages: heap {heap(server.pid):.0f} MB", flush=True)
        finally:
            server.terminate()
            server.wait()


main()
