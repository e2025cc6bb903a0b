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
import shutil
import tempfile

from cold import ROOT, compile_assets, java_home, layer_above, measured, report


def upstream(shape, n, i):
    if shape == "chain":
        return [] if i == 0 else [i - 1]
    return layer_above(n, i)


def weir_project(folder, shape, n):
    lines = ["package bench;", "import dev.weir.assets.Asset;", "public final class Bench {"]
    for i in range(n):
        after = ", ".join(f'"a_{k}"' for k in upstream(shape, n, i))
        lines.append(f"    @Asset(name = \"a_{i}\"" + (f", after = {{{after}}}" if after else "") + f") void a{i}() {{}}")
    lines.append("}")
    source = folder / "src" / "bench" / "Bench.java"
    source.parent.mkdir(parents=True)
    source.write_text("\n".join(lines))
    compile_assets(folder, [source])


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
