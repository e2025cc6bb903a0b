#!/usr/bin/env python3
"""W2: N empty assets, durable, one whole cold process; Weir beside Dagster in the same run.

usage: w2_cold.py [--assets 1000] [--shape layered|chain] [--runs 5] [--dagster PYTHON]

Each run starts from empty metadata. Classes (bytecode, for Python) are compiled before. A figure is the user and system
time, and the wall time, of the command and all it waited for. --dagster names the python of an environment that has
dagster 1.13; without it only Weir is measured. Needs a built Weir (./weir version builds it).
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def upstream(shape, n, i):
    if shape == "chain":
        return [] if i == 0 else [i - 1]
    width = max(1, n // 10)
    layer, place = divmod(i, width)
    return [] if layer == 0 else sorted({(layer - 1) * width + place, (layer - 1) * width + (place + 1) % width})


def java_home():
    candidates = [os.environ.get("WEIR_JAVA_HOME"), os.environ.get("JAVA_HOME")]
    candidates += [str(p) for p in pathlib.Path("/usr/lib/jvm").glob("*")]
    for home in candidates:
        release = pathlib.Path(home or "", "release")
        if home and release.is_file():
            version = [line for line in release.read_text().splitlines() if line.startswith("JAVA_VERSION=")]
            if version and int(version[0].split('"')[1].split(".")[0]) >= 25:
                return home
    sys.exit("no JDK of 25 or later; name one in WEIR_JAVA_HOME")


def weir_project(folder, shape, n):
    lines = ["package bench;", "import dev.weir.assets.Asset;", "public final class Bench {"]
    for i in range(n):
        after = ", ".join(f'"a_{k}"' for k in upstream(shape, n, i))
        lines.append(f"    @Asset(name = \"a_{i}\"" + (f", after = {{{after}}}" if after else "") + f") void a{i}() {{}}")
    lines.append("}")
    source = folder / "src" / "bench" / "Bench.java"
    source.parent.mkdir(parents=True)
    source.write_text("\n".join(lines))
    jars = ":".join(str(j) for j in sorted((ROOT / "cli/target/weir/lib").glob("*.jar")))
    subprocess.run(
        [f"{java_home()}/bin/javac", "-d", folder / "classes", "-cp", jars, "-processorpath", jars, source], check=True)
    (folder / "weir.yaml").write_text("project: bench\nclasses:\n  - classes\n")


def dagster_project(folder, shape, n):
    lines = ["import dagster as dg", ""]
    for i in range(n):
        deps = ", ".join(f"a_{k}" for k in upstream(shape, n, i))
        lines += [f"@dg.asset(deps=[{deps}])" if deps else "@dg.asset", f"def a_{i}() -> None:", "    pass", ""]
    names = ", ".join(f"a_{i}" for i in range(n))
    lines += [f"ALL = [{names}]", ""]
    folder.mkdir()
    (folder / "mod.py").write_text("\n".join(lines))
    (folder / "go.py").write_text(
        "import logging, dagster as dg, mod\nlogging.disable(logging.CRITICAL)\n"
        "with dg.DagsterInstance.get() as i:\n    assert dg.materialize(mod.ALL, instance=i).success\n")


def measured(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def report(name, figures):
    cpu, wall = sorted(f[0] for f in figures), sorted(f[1] for f in figures)
    print(f"{name:<24} {len(figures):>2} runs   cpu s min {cpu[0]:6.2f} median {cpu[len(cpu) // 2]:6.2f}"
          f"   wall s min {wall[0]:6.2f} median {wall[len(wall) // 2]:6.2f}", flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--assets", type=int, default=1000)
    options.add_argument("--shape", choices=["layered", "chain"], default="layered")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--dagster")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        base = pathlib.Path(temporary)
        weir_project(base / "weir", chosen.shape, chosen.assets)
        env = dict(os.environ, WEIR_JAVA_HOME=java_home())

        def weir():
            shutil.rmtree(base / "weir" / ".weir", ignore_errors=True)
            return measured([ROOT / "weir", "--project", base / "weir", "materialize"], env=env)

        weir()
        report(f"weir {chosen.shape} {chosen.assets}", [weir() for _ in range(chosen.runs)])
        if chosen.dagster:
            dagster_project(base / "dagster", chosen.shape, chosen.assets)
            home = base / "dagster_home"

            def dagster():
                shutil.rmtree(home, ignore_errors=True)
                home.mkdir()
                (home / "dagster.yaml").write_text("telemetry:\n  enabled: false\n")
                return measured([chosen.dagster, "-W", "ignore", "go.py"], cwd=base / "dagster",
                                env=dict(os.environ, DAGSTER_HOME=str(home), DAGSTER_DISABLE_TELEMETRY="1"))

            report(f"dagster {chosen.shape} {chosen.assets}", [dagster() for _ in range(max(1, chosen.runs // 3))])


main()
