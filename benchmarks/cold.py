"""What the scripts of this folder share: the built Weir, the JDK it runs on, and what a cold process costs."""
import os
import pathlib
import resource
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


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


def compile_assets(folder, sources):
    """Compiles assets with Weir's own jars and names their classes in weir.yaml."""
    jars = ":".join(str(j) for j in sorted((ROOT / "cli/target/weir/lib").glob("*.jar")))
    subprocess.run(
        [f"{java_home()}/bin/javac", "-d", folder / "classes", "-cp", jars, "-processorpath", jars, *sources], check=True)
    (folder / "weir.yaml").write_text("project: bench\nclasses:\n  - classes\n")


def layer_above(n, i):
    """The two of the layer above, of ten, that asset i of n comes after."""
    width = max(1, n // 10)
    layer, place = divmod(i, width)
    return [] if layer == 0 else sorted({(layer - 1) * width + place, (layer - 1) * width + (place + 1) % width})


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
