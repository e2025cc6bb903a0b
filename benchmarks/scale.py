#!/usr/bin/env python3
"""A server over a store of a million versions: what each route of the pages takes, and how much memory that needs.

usage: scale.py make FOLDER [--assets 10000] [--days 1000] [--published 100]
       scale.py ask FOLDER [--calls 50] [--commits 3]

`make` writes a project of daily assets in ten layers, each reading two of the layer above, as that of w3_load.py, with a
partition for each of so many days, and materializes the first days of all of them, ten days a command. `ask` starts a server
over it and asks for what the pages ask for, over one connection: the first answer, and what follows. With --commits another
command publishes one partition of an asset of the first layer so many times, on which a tenth of all wait: what the status takes
right after, and when it knows of the commit.
"""
import argparse
import datetime
import http.client
import json
import os
import pathlib
import re
import subprocess
import time

from cold import ROOT, java_home
from w3_load import declared, project

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


def environment():
    return dict(os.environ, WEIR_JAVA_HOME=java_home())


def weir(folder, *words):
    return [ROOT / "weir", "--project", folder, *words]


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
        subprocess.run(
            weir(folder, "materialize", "--partition", f"{day(first)}..{day(last)}", "--yes"),
            check=True, stdout=subprocess.DEVNULL, env=environment())
        took = time.perf_counter() - start
        print(f"{day(first)} to {day(last)}: {assets * (last - first + 1):,} versions in {took:.1f} s", flush=True)


def heap(pid):
    """What is in use after a collection, in MB."""
    jcmd = f"{java_home()}/bin/jcmd"
    subprocess.run([jcmd, str(pid), "GC.run"], check=True, stdout=subprocess.DEVNULL)
    told = subprocess.run([jcmd, str(pid), "GC.heap_info"], check=True, stdout=subprocess.PIPE, text=True).stdout
    used = re.findall(r"total \S+, used (\d+)K", told)
    return sum(int(each) for each in used) / 1024


def ask(port, token, path):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/api/v1" + path, headers={"Authorization": f"Bearer {token}"})
    response = connection.getresponse()
    return response.status, response.read()


def measure(port, token, path, calls):
    times = []
    for _ in range(calls + 1):
        start = time.perf_counter()
        status, body = ask(port, token, path)
        times.append((time.perf_counter() - start) * 1000)
        if sum(times[1:]) > 30_000:
            break
    later = sorted(times[1:])
    print(f"{path:<48} {status} {len(body):>9} B   first {times[0]:9.1f} ms   median {later[len(later) // 2]:8.2f}"
          f"   p95 {later[min(len(later) - 1, int(len(later) * 0.95))]:8.2f}", flush=True)


def after_a_commit(port, token, folder):
    def watermark():
        return json.loads(ask(port, token, "/status")[1])["watermark"]

    before = watermark()
    subprocess.run(
        weir(folder, "materialize", "a_0", "--partition", day(0), "--force", "--only", "--yes"),
        check=True, stdout=subprocess.DEVNULL, env=environment())
    start = time.perf_counter()
    known = watermark()
    first = time.perf_counter()
    while known == before:
        time.sleep(0.01)
        known = watermark()
    print(f"status right after a commit {(first - start) * 1000:.1f} ms, knows of it after {time.perf_counter() - start:.2f} s",
          flush=True)


def serve(folder, calls, commits):
    shape = json.loads((folder / "shape.json").read_text())
    start = time.perf_counter()
    server = subprocess.Popen(
        weir(folder, "server", "--port", "0"), stdout=subprocess.PIPE, text=True, env=environment())
    try:
        link = server.stdout.readline().split(" is at ")[1].strip()
        print(f"{shape}, load {os.getloadavg()[0]:.1f}\nstart to link {time.perf_counter() - start:.2f} s", flush=True)
        port, token = int(link.split(":")[2].split("/")[0]), link.split("token=")[1]
        for path in ROUTES:
            measure(port, token, path.format(last=shape["assets"] - 1, day=day(0)), calls)
        print(f"heap after a collection {heap(server.pid):.0f} MB", flush=True)
        for _ in range(commits):
            after_a_commit(port, token, folder)
        print(f"heap after a collection {heap(server.pid):.0f} MB", flush=True)
    finally:
        server.terminate()
        server.wait()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("what", choices=["make", "ask"])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--assets", type=int, default=10_000)
    options.add_argument("--days", type=int, default=1_000)
    options.add_argument("--published", type=int, default=100)
    options.add_argument("--calls", type=int, default=50)
    options.add_argument("--commits", type=int, default=3)
    chosen = options.parse_args()
    folder = chosen.folder.resolve()
    if chosen.what == "make":
        make(folder, chosen.assets, chosen.days, chosen.published)
    else:
        serve(folder, chosen.calls, chosen.commits)


if __name__ == "__main__":
    main()
