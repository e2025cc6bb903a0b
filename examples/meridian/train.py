"""Fits liters an hour to speed, load and rain by least squares, and says how far it is off.

Reads and writes what Weir names in WEIR_CONTEXT and WEIR_MESSAGES; needs nothing but Python.
"""

import csv
import json
import math
import os

FEATURES = ("speed", "load", "rain")


def main():
    with open(os.environ["WEIR_CONTEXT"], encoding="utf-8") as file:
        extras = json.load(file)["extras"]
    with open(extras["inputs"]["merged_features"]["files"][0], encoding="utf-8", newline="") as file:
        rows = [([1.0] + [float(row[name]) for name in FEATURES], float(row["fuel"])) for row in csv.DictReader(file)]
    held_out = rows[::5]
    training = [row for place, row in enumerate(rows) if place % 5]

    weights = least_squares(training)
    mean = sum(fuel for _, fuel in training) / len(training)
    error = off_by(held_out, lambda values: sum(weight * value for weight, value in zip(weights, values)))
    baseline = off_by(held_out, lambda values: mean)

    report("log", {"message": "Trained on %d rows: off by %.2f, the mean by %.2f" % (len(training), error, baseline)})
    report("report_asset_materialization", {"metadata": {"error": error, "baseline": baseline}})
    report("report_custom_message", {"payload": {"weir_result": {
        "intercept": weights[0], "speed": weights[1], "load": weights[2], "rain": weights[3],
        "error": error, "baseline": baseline}}})


def least_squares(rows):
    """Solves the normal equations by elimination with pivots."""
    size = len(FEATURES) + 1
    system = [[sum(values[i] * values[j] for values, _ in rows) for j in range(size)]
              + [sum(values[i] * fuel for values, fuel in rows)] for i in range(size)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(system[row][column]))
        system[column], system[pivot] = system[pivot], system[column]
        for row in range(size):
            if row != column:
                factor = system[row][column] / system[column][column]
                system[row] = [a - factor * b for a, b in zip(system[row], system[column])]
    return [system[row][size] / system[row][row] for row in range(size)]


def off_by(rows, predict):
    """The root of the mean squared error."""
    return math.sqrt(sum((predict(values) - fuel) ** 2 for values, fuel in rows) / len(rows))


def report(method, params):
    with open(os.environ["WEIR_MESSAGES"], "a", encoding="utf-8") as messages:
        messages.write(json.dumps({"method": method, "params": params}) + "\n")


if __name__ == "__main__":
    main()
