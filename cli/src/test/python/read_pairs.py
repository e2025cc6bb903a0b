"""Reads published pairs as another program does, with pyarrow, and says what was wrong: as often as asked for, and until it
has seen so many commits.

Each read takes the catalog once, then the lists that it names, then their files.
"""

import json
import sys
from pathlib import Path

import pyarrow.parquet as parquet


def read(warehouse: Path) -> tuple[int, list[str]]:
    view = warehouse / "view" / "main"
    catalog = json.loads((view / "_catalog.json").read_text())
    stamps: dict[str, dict[str, int]] = {}
    wrong = []
    for asset, listed in catalog["assets"].items():
        for partition in json.loads((view / listed).read_text())["partitions"]:
            day = partition["partition"]
            table = parquet.read_table([warehouse / file for file in partition["files"]])
            seen = set(table.column("stamp").to_pylist())
            if len(seen) != 1 or set(table.column("rows").to_pylist()) != {table.num_rows}:
                wrong.append(f"{asset}@{day} has {table.num_rows} rows of {len(seen)} stamps")
            else:
                stamps.setdefault(day, {})[asset] = seen.pop()
    for day, pair in stamps.items():
        if len(pair) != 2 or len(set(pair.values())) != 1:
            wrong.append(f"{day} is {pair} as of {catalog['sequence']}")
    return catalog["sequence"], wrong


def main() -> None:
    warehouse, reads, least = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    newest = 0
    commits = set()
    done = 0
    while done < reads or len(commits) < least:
        done += 1
        sequence, wrong = read(warehouse)
        if sequence < newest:
            wrong.append(f"the view went back from {newest} to {sequence}")
        newest = sequence
        commits.add(sequence)
        for sentence in wrong:
            print(sentence)
    print(f"{done} reads of {len(commits)} commits")


if __name__ == "__main__":
    main()
