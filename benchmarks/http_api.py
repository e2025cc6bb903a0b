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
import http.client
import json
import os
import pathlib
import subprocess
import tempfile
import time

from cold import ROOT, java_home
from w3_load import declared, project

FIRST_DAY = datetime.date(2024, 1, 1)

ROUTES = [
    "/api/v1/project",
    "/api/v1/graph",
    "/api/v1/status",
    "/api/v1/assets?limit=50",
    "/api/v1/assets?status=missing&limit=50",
    "/api/v1/search?q=a_99",
    "/api/v1/asset?key=a_{last}",
    "/api/v1/asset/why?key=a_{last}",
]


def timed(call, calls):
    times = []
    for _ in range(calls):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def measure(port, token, path, calls):
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def call(headers={}):
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}", **headers})
        response = connection.getresponse()
        return response, response.read()

    first = timed(call, 1)[0]
    times = timed(call, calls)
    response, body = call()
    print(f"{path:<42} {response.status} {len(body):>9} B   first {first:8.1f} ms   median {times[len(times) // 2]:7.2f}"
          f"   p95 {times[int(len(times) * 0.95)]:7.2f}   most {times[-1]:7.2f}", flush=True)


def by_day(sources, days):
    end = FIRST_DAY + datetime.timedelta(days=days)
    for name, text in sources:
        yield name, text if days == 0 else text.replace(
            "public final class", f'@dev.weir.partitions.Daily(start = "{FIRST_DAY}", end = "{end}") public final class')


def after_a_commit(port, token, command, env):
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def watermark():
        connection.request("GET", "/api/v1/status", headers={"Authorization": f"Bearer {token}"})
        return json.loads(connection.getresponse().read())["watermark"]

    before = watermark()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    start = time.perf_counter()
    known = watermark()
    first = time.perf_counter()
    while known == before:
        time.sleep(0.01)
        known = watermark()
    print(f"status right after a commit {(first - start) * 1000:.1f} ms, knows of it after {time.perf_counter() - start:.2f} s",
          flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--assets", type=int, default=10_000)
    options.add_argument("--calls", type=int, default=200)
    options.add_argument("--days", type=int, default=0)
    options.add_argument("--made", action="store_true")
    options.add_argument("--commits", type=int, default=0)
    chosen = options.parse_args()
    env = dict(os.environ, WEIR_JAVA_HOME=java_home())
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        project(folder, by_day(declared(chosen.assets), chosen.days))
        weir = [ROOT / "weir", "--project", folder]
        if chosen.made:
            subprocess.run([*weir, "materialize", "--yes"], check=True, stdout=subprocess.DEVNULL, env=env)
        else:
            subprocess.run([*weir, "list", "a_0"], check=True, stdout=subprocess.DEVNULL, env=env)
        start = time.perf_counter()
        server = subprocess.Popen([*weir, "server", "--port", "0"], stdout=subprocess.PIPE, text=True, env=env)
        try:
            link = server.stdout.readline().split(" is at ")[1].strip()
            print(f"start to link {time.perf_counter() - start:.2f} s", flush=True)
            port, token = int(link.split(":")[2].split("/")[0]), link.split("token=")[1]
            for path in ROUTES:
                measure(port, token, path.format(last=chosen.assets - 1), chosen.calls)
            for _ in range(chosen.commits):
                after_a_commit(port, token, [*weir, "materialize", "a_0", "--force", "--only", "--yes"]
                               + (["--partition", str(FIRST_DAY)] if chosen.days else []), env)
        finally:
            server.terminate()
            server.wait()


main()
