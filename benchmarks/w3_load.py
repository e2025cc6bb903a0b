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
import tempfile

from cold import ROOT, compile_assets, java_home, layer_above, measured, report

CLASS = 1000


def declared(n):
    for first in range(0, n, CLASS):
        name = f"Bench{first // CLASS}"
        lines = ["package bench;", "import dev.weir.assets.*;", f"public final class {name} {{"]
        for i in range(first, min(n, first + CLASS)):
            inputs = ", ".join(f"String a_{k}" for k in layer_above(n, i))
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
    compile_assets(folder, files)


def again_and_again(name, command, runs):
    env = dict(os.environ, WEIR_JAVA_HOME=java_home())
    measured(command, env=env)
    report(name, [measured(command, env=env) for _ in range(runs)])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--declared", type=int, default=10_000)
    options.add_argument("--provided", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        base = pathlib.Path(temporary)
        again_and_again("version", [ROOT / "weir", "version"], chosen.runs)
        for kind, n, make in (("declared", chosen.declared, declared), ("provided", chosen.provided, provided)):
            project(base / kind, make(n))
            again_and_again(f"{kind} {n}", [ROOT / "weir", "--project", base / kind, "list", "a_0"], chosen.runs)


if __name__ == "__main__":
    main()
