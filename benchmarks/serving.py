"""What the scripts share that ask a server: the server of a project, what its answers take, and the memory it needs."""
import http.client
import json
import os
import re
import subprocess
import time

from cold import ROOT, java_home

ENOUGH_SECONDS = 30


def environment():
    return dict(os.environ, WEIR_JAVA_HOME=java_home())


def weir(folder, *words):
    """Runs a command of Weir's in a project, without its output."""
    subprocess.run([ROOT / "weir", "--project", folder, *words], check=True, stdout=subprocess.DEVNULL, env=environment())


class Served:
    """A server of the project in a folder, asked over one connection; it ends with the `with`."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        start = time.perf_counter()
        self.process = subprocess.Popen(
            [ROOT / "weir", "--project", self.folder, "server", "--port", "0"],
            stdout=subprocess.PIPE, text=True, env=environment())
        link = self.process.stdout.readline().split(" is at ")[1].strip()
        print(f"load {os.getloadavg()[0]:.1f}, start to link {time.perf_counter() - start:.2f} s", flush=True)
        self.connection = http.client.HTTPConnection("127.0.0.1", int(link.split(":")[2].split("/")[0]))
        self.rights = {"Authorization": f"Bearer {link.split('token=')[1]}"}
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def ask(self, path):
        self.connection.request("GET", "/api/v1" + path, headers=self.rights)
        response = self.connection.getresponse()
        return response.status, response.read()

    def measure(self, path, calls):
        """The first answer and what follows, until that has taken long enough."""
        times = []
        for _ in range(calls + 1):
            start = time.perf_counter()
            status, body = self.ask(path)
            times.append((time.perf_counter() - start) * 1000)
            if len(times) > 1 and sum(times[1:]) > ENOUGH_SECONDS * 1000:
                break
        later = sorted(times[1:])
        print(f"{path:<48} {status} {len(body):>9} B   first {times[0]:9.1f} ms   median {later[len(later) // 2]:8.2f}"
              f"   p95 {later[min(len(later) - 1, int(len(later) * 0.95))]:8.2f}   most {later[-1]:8.2f}", flush=True)

    def measure_after(self, *words):
        """What the status takes right after a command that commits, and when it knows of the commit."""
        before = self.watermark()
        weir(self.folder, *words)
        start = time.perf_counter()
        known = self.watermark()
        first = time.perf_counter()
        while known == before:
            time.sleep(0.01)
            known = self.watermark()
        print(f"status right after a commit {(first - start) * 1000:.1f} ms, "
              f"knows of it after {time.perf_counter() - start:.2f} s", flush=True)

    def cpu_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def watermark(self):
        return json.loads(self.ask("/status")[1])["watermark"]

    def print_heap(self, when):
        """What is in use after a collection."""
        jcmd = [f"{java_home()}/bin/jcmd", str(self.process.pid)]
        subprocess.run([*jcmd, "GC.run"], check=True, stdout=subprocess.DEVNULL)
        told = subprocess.run([*jcmd, "GC.heap_info"], check=True, stdout=subprocess.PIPE, text=True).stdout
        used = sum(int(each) for each in re.findall(r"total \S+, used (\d+)K", told)) / 1024
        print(f"{when}: heap after a collection {used:.0f} MB", flush=True)
