#!/usr/bin/env python3
"""What the server of a project of very many assets costs: its start, and what it answers, warm.

usage: http_api.py [--assets 10000] [--calls 200] [--made]

The project is that of w3_load.py: methods in classes of 1,000, each asset reading two of the layer above. With --made all of
them are materialized before. The start is from the command to the link; then each route is called again and again
over one connection.
"""
import argparse
import http.client
import os
import pathlib
import subprocess
import tempfile
import time

from cold import ROOT, java_home
from w3_load import declared, project

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


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--assets", type=int, default=10_000)
    options.add_argument("--calls", type=int, default=200)
    options.add_argument("--made", action="store_true")
    chosen = options.parse_args()
    env = dict(os.environ, WEIR_JAVA_HOME=java_home())
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        project(folder, declared(chosen.assets))
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
        finally:
            server.terminate()
            server.wait()


main()
