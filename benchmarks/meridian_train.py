"""The training step of meridian_dagster.py: examples/meridian/train.py, told by Dagster Pipes what to read."""
import csv
import pathlib
import sys

from dagster_pipes import open_dagster_pipes

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "examples/meridian"))
from train import FEATURES, least_squares, off_by  # noqa: E402

with open_dagster_pipes() as pipes:
    with open(pipes.get_extra("training_set"), encoding="utf-8", newline="") as file:
        rows = [([1.0] + [float(row[name]) for name in FEATURES], float(row["fuel"])) for row in csv.DictReader(file)]
    held_out, training = rows[::5], [row for place, row in enumerate(rows) if place % 5]
    weights = least_squares(training)
    mean = sum(fuel for _, fuel in training) / len(training)
    error = off_by(held_out, lambda values: sum(weight * value for weight, value in zip(weights, values)))
    baseline = off_by(held_out, lambda values: mean)
    pipes.log.info("Trained on %d rows: off by %.2f, the mean by %.2f" % (len(training), error, baseline))
    pipes.report_asset_materialization(metadata={"error": error, "baseline": baseline})
    pipes.report_custom_message({"intercept": weights[0], "speed": weights[1], "load": weights[2], "rain": weights[3],
                                 "error": error, "baseline": baseline})
