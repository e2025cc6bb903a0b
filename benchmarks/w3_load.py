#!/usr/bin/env python3
"""W3: how long a project of very many assets takes to load and resolve, one whole cold process.

usage: w3_load.py [--declared 10000] [--provided 100000] [--runs 5]

Two projects: one whose assets are methods, in classes of 1,000, and one whose assets a single AssetProvider adds. Each
asset but those of the first of ten layers reads two of the layer above. Classes are compiled before. The command is
`weir list` of one asset: it loads all, links all, says what the code of each is at, and prints one line. `weir version`
beside it is what the process alone costs. Needs a built Weir (./weir version builds it).
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLASS = 1000


def upstream(n, i):
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


def declared(n):
    for first in range(0, n, CLASS):
        name = f"Bench{first // CLASS}"
        lines = ["package bench;", "import dev.weir.assets.*;", f"public final class {name} {{"]
        for i in range(first, min(n, first + CLASS)):
            inputs = ", ".join(f"String a_{k}" for k in upstream(n, i))
            lines.append(f'    @Asset(name = "a_{i}") static String a{i}({inputs}) {{ return "{i}"; }}')
        yield name, "\n".join(lines + ["}"])


def provided(n):
    yield "Bench", f"""package bench;
import dev.weir.assets.*;
public final class Bench implements AssetProvider {{
    @Override public void declare(AssetFactory assets) {{
        int width = Math.max(1, {n} / 10);
        for (int i = 0; i < {n}; i++) {{
            int number = i;
            int above = (i / width - 1) * width;
            ProvidedAsset<String> asset = assets.value("a_" + i, String.class);
            if (above >= 0) {{
                asset = asset.reading(Reading.value("a_" + (above + i % width), String.class))
                        .reading(Reading.value("a_" + (above + (i + 1) % width), String.class));
            }}
            asset.compute(inputs -> "" + number);
        }}
    }}
}}
"""


def project(folder, sources):
    files = []
    (folder / "src" / "bench").mkdir(parents=True)
    for name, text in sources:
        files.append(folder / "src" / "bench" / f"{name}.java")
        files[-1].write_text(text)
    jars = ":".join(str(j) for j in sorted((ROOT / "cli/target/weir/lib").glob("*.jar")))
    subprocess.run(
        [f"{java_home()}/bin/javac", "-d", folder / "classes", "-cp", jars, "-processorpath", jars, *files], check=True)
    (folder / "weir.yaml").write_text("project: bench\nclasses:\n  - classes\n")


def measured(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ, WEIR_JAVA_HOME=java_home()))
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def report(name, command, runs):
    measured(command)
    figures = [measured(command) for _ in range(runs)]
    cpu, wall = sorted(f[0] for f in figures), sorted(f[1] for f in figures)
    print(f"{name:<24} {runs:>2} runs   cpu s min {cpu[0]:6.2f} median {cpu[runs // 2]:6.2f}"
          f"   wall s min {wall[0]:6.2f} median {wall[runs // 2]:6.2f}", flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--declared", type=int, default=10_000)
    options.add_argument("--provided", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        base = pathlib.Path(temporary)
        report("version", [ROOT / "weir", "version"], chosen.runs)
        for kind, n, make in (("declared", chosen.declared, declared), ("provided", chosen.provided, provided)):
            project(base / kind, make(n))
            report(f"{kind} {n}", [ROOT / "weir", "--project", base / kind, "list", "a_0"], chosen.runs)


main()
