#!/usr/bin/env python3
"""What the annotation processor adds to javac: 1,000 assets in classes of 50, each with a check, and tables of 50 records.

usage: processor.py [--assets 1000] [--runs 5]

Cold javac each time: once with the processor, once with -proc:none; then one class of the twenty alone over the output of
all, as an editor does it. Needs a built Weir (./weir version builds it).
"""
import argparse
import pathlib
import tempfile

from cold import ROOT, java_home, layer_above, measured, report

CLASS = 50


def sources(n):
    yield "Rows", "package bench;\npublic class Rows {\n" + "\n".join(
        f"    public record Row{i}(long id, String name, double value, java.time.Instant at) {{}}" for i in range(50)) + "\n}"
    for first in range(0, n, CLASS):
        lines = ["package bench;", "import dev.weir.assets.*;", "import dev.weir.checks.*;", "import bench.Rows.*;",
                 f'@Assets(group = "g{first // CLASS}") public final class Bench{first // CLASS} {{']
        for i in range(first, min(n, first + CLASS)):
            inputs = ", ".join(f"Table<Row{k % 50}> a_{k}" for k in layer_above(n, i))
            names = "".join(f", a_{k}" for k in layer_above(n, i))
            lines.append(f'    @Asset(name = "a_{i}") @NotNull("id") @Range(column = "value", min = 0) Table<Row{i % 50}> a{i}({inputs}) {{'
                         f' return Sql.query(Row{i % 50}.class, "select * from t"{names}); }}')
        yield f"Bench{first // CLASS}", "\n".join([*lines, "}"])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--assets", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    jars = ":".join(str(j) for j in sorted((ROOT / "cli/target/weir/lib").glob("*.jar")))
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        files = []
        for name, text in sources(chosen.assets):
            files.append(folder / f"{name}.java")
            files[-1].write_text(text)

        def javac(out, options, what):
            (folder / out).mkdir(exist_ok=True)
            return measured([f"{java_home()}/bin/javac", "-d", folder / out, "-cp", f"{jars}:{folder / out}", *options, *what])

        report("without the processor", [javac("none", ["-proc:none"], files) for _ in range(chosen.runs)])
        report("with it", [javac(f"all{i}", ["-processorpath", jars], files) for i in range(chosen.runs)])
        report("one class again", [javac("all0", ["-processorpath", jars], [files[7]]) for _ in range(chosen.runs)])


if __name__ == "__main__":
    main()
