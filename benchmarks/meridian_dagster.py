#!/usr/bin/env python3
"""examples/meridian as a project of Dagster 1.13, to lay the two side by side: the same assets, checks, retry, factory, Python
step, gate and report. What stands for the outside world is at the end and counts on neither side.

usage: MERIDIAN=FOLDER PYTHON meridian_dagster.py DAY    (an environment that has dagster, pandas, pyarrow, duckdb, pyyaml)
"""
# -- assets ----------------------------------------------------------------------------------------------------------------
import json
import os
import pathlib
import sys

import dagster as dg
import duckdb
import pandas as pd
import yaml

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = pathlib.Path(os.environ.get("MERIDIAN", "meridian"))
ENOUGH = 0.05
NIGHT = dg.DailyPartitionsDefinition(start_date="2024-01-01", end_date="2024-02-01", timezone="UTC")
FLEET = dict(group_name="fleet", owners=["team:fleet"], partitions_def=NIGHT)
FEATURES = dict(group_name="features", owners=["team:models"], partitions_def=NIGHT, key_prefix="features")
MODEL = dict(group_name="model", owners=["team:models"], partitions_def=NIGHT)


class ParquetFolder(dg.ConfigurableIOManager):
    """Parquet for tables, JSON for small values: a file for each asset and day."""

    def path(self, context, suffix):
        path = FOLDER.joinpath(*context.asset_key.path, context.partition_key + suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def handle_output(self, context, value):
        if isinstance(value, pd.DataFrame):
            value.to_parquet(self.path(context, ".parquet"))
        elif value is not None:
            self.path(context, ".json").write_text(json.dumps(value))

    def load_input(self, context):
        table = self.path(context, ".parquet")
        return pd.read_parquet(table) if table.exists() else json.loads(self.path(context, ".json").read_text())


@dg.asset(description="Positions, speed and fuel of all trucks, every five minutes",
          retry_policy=dg.RetryPolicy(max_retries=3, delay=0.2, backoff=dg.Backoff.EXPONENTIAL), **FLEET)
def gps_telemetry(context) -> pd.DataFrame:
    return telemetry(context.partition_key)


@dg.asset(description="Where each truck was sent, and with how much", **FLEET)
def trips(context) -> pd.DataFrame:
    return trips_of(context.partition_key)


@dg.asset(description="Rain and temperature on the roads, hour by hour", **FLEET)
def road_weather(context) -> pd.DataFrame:
    return weather(context.partition_key)


def feature(entry):
    @dg.asset(name=entry["name"], description=entry["description"], kinds={"sql"},
              ins={name: dg.AssetIn(name) for name in entry["reads"]}, **FEATURES)
    def asset(**inputs) -> pd.DataFrame:
        return query(entry["query"], **inputs)
    return asset


FEATURE_ENTRIES = yaml.safe_load((HERE.parent / "examples/meridian/features.yaml").read_text())
FEATURE_ASSETS = [feature(entry) for entry in FEATURE_ENTRIES]


@dg.asset(description="What is known of each truck in each hour it drove", kinds={"sql"},
          ins={name: dg.AssetIn(["features", name]) for name in ("gps", "route", "weather")}, **MODEL)
def merged_features(gps: pd.DataFrame, route: pd.DataFrame, weather: pd.DataFrame, gps_telemetry: pd.DataFrame) -> pd.DataFrame:
    return query("""
        with burned as (
            select truck, date_trunc('hour', sent_at) as hour, avg(fuel) as fuel
            from gps_telemetry where speed > 0 and fuel is not null group by all)
        select truck, hour, gps.value as speed, route.value as load, weather.value as rain, fuel
        from burned
            left join gps using (truck, hour)
            left join route using (truck, hour)
            left join weather using (truck, hour)
        order by truck, hour
        """, gps=gps, route=route, weather=weather, gps_telemetry=gps_telemetry)


@dg.asset(description="The same as a file that Python reads without any package", kinds={"csv"}, **MODEL)
def training_set(context, merged_features: pd.DataFrame) -> str:
    path = FOLDER / "training_set" / (context.partition_key + ".csv")
    path.parent.mkdir(parents=True, exist_ok=True)
    merged_features[["speed", "load", "rain", "fuel"]].to_csv(path, index=False)
    return str(path)


@dg.asset(description="How much trucks burn, by speed, load and rain", kinds={"python"}, **MODEL)
def fuel_model(context, training_set: str, pipes: dg.PipesSubprocessClient):
    ran = pipes.run(context=context, command=[sys.executable, str(HERE / "meridian_train.py")],
                    extras={"training_set": training_set})
    return dg.MaterializeResult(value=ran.get_custom_messages()[-1], metadata=ran.get_materialize_result().metadata)


@dg.multi_asset(outs={"deployed_model": dg.AssetOut(description="The model that dispatchers use", is_required=False,
                                                     kinds={"json"}, group_name="model", owners=["team:models"])},
                partitions_def=NIGHT)
def deploy(context, fuel_model: dict):
    improvement = 1 - fuel_model["error"] / fuel_model["baseline"]
    if improvement >= ENOUGH:
        yield dg.Output({name: fuel_model[name] for name in ("intercept", "speed", "load", "rain")}, "deployed_model")
    else:
        context.log.warning("REGRESSION: off by %.2f liters an hour, the mean by %.2f"
                            % (fuel_model["error"], fuel_model["baseline"]))


@dg.asset(description="What the night came to, in one line", **MODEL)
def night_report(context, fuel_model: dict) -> str:
    improvement = 1 - fuel_model["error"] / fuel_model["baseline"]
    return "%s: off by %.2f liters an hour, %.0f %% nearer than the mean" % (
        "deployed" if improvement >= ENOUGH else "REGRESSION, the model before stays", fuel_model["error"], 100 * improvement)


def check(asset, name, passes):
    @dg.asset_check(asset=asset, name=name, blocking=True)
    def asset_check(context, table: pd.DataFrame) -> dg.AssetCheckResult:
        passed, number = passes(table)
        return dg.AssetCheckResult(passed=bool(passed), metadata={"number": number})
    return asset_check


def unique(asset, *columns):
    def passes(table):
        twice = int(table.duplicated(list(columns)).sum())
        return twice == 0, twice
    return check(asset, "unique_" + "_".join(columns), passes)


def null_rate(asset, column, most):
    def passes(table):
        rate = float(table[column].isna().mean())
        return rate <= most, rate
    return check(asset, "null_rate_" + column, passes)


def within(asset, column, least, most):
    def passes(table):
        outside = int((~table[column].dropna().between(least, most)).sum())
        return outside == 0, outside
    return check(asset, "range_" + column, passes)


def row_count(asset, least, most=sys.maxsize):
    return check(asset, "row_count", lambda table: (least <= len(table) <= most, len(table)))


CHECKS = [
    unique(gps_telemetry, "truck", "sent_at"), null_rate(gps_telemetry, "fuel", 0.01),
    within(gps_telemetry, "speed", 0, 130), row_count(gps_telemetry, 10_000),
    unique(trips, "truck"), null_rate(trips, "load", 0),
    unique(road_weather, "hour"), row_count(road_weather, 24, 24),
    *(unique(asset, "truck", "hour") for asset in FEATURE_ASSETS),
    unique(merged_features, "truck", "hour"), *(null_rate(merged_features, column, 0.01) for column in ("speed", "load", "rain")),
    row_count(merged_features, 500),
]


def query(sql, **tables):
    with duckdb.connect() as connection:
        for name, table in tables.items():
            connection.register(name, table)
        return connection.sql(sql).df()


ASSETS = [gps_telemetry, trips, road_weather, *FEATURE_ASSETS, merged_features, training_set, fuel_model, deploy, night_report]
DEFINITIONS = dg.Definitions(assets=ASSETS, asset_checks=CHECKS,
                             resources={"io_manager": ParquetFolder(), "pipes": dg.PipesSubprocessClient()})


# -- the outside world -----------------------------------------------------------------------------------------------------
ASKED = set()


def telemetry(day):
    if day not in ASKED:
        ASKED.add(day)
        raise TimeoutError("The gateway for the telemetry of %s timed out" % day)
    number = pd.Timestamp(day).dayofyear
    rows = [(truck, ping) for truck in range(40) for ping in range(288)]
    frame = pd.DataFrame({"truck": ["truck-%02d" % (truck + 1) for truck, _ in rows],
                          "sent_at": [pd.Timestamp(day, tz="UTC") + pd.Timedelta(minutes=5 * ping) for _, ping in rows]})
    hour = pd.Series([ping // 12 for _, ping in rows])
    noise = pd.Series([(truck * 7919 + ping * 104729 + number) % 1000 / 1000 for truck, ping in rows])
    frame["speed"] = (60 + 20 * noise).where((hour >= 5) & (hour <= 21), 0.0)
    loads = dict(zip(trips_of(day)["truck"], trips_of(day)["load"]))
    frame["fuel"] = (1.5 + 0.22 * frame["speed"] + 0.35 * frame["truck"].map(loads) + noise).where(noise > 0.002)
    return frame


def trips_of(day):
    return pd.DataFrame({"truck": ["truck-%02d" % (truck + 1) for truck in range(40)],
                         "load": [float(4 + truck * 13 % 21) for truck in range(40)]})


def weather(day):
    return pd.DataFrame({"hour": [pd.Timestamp(day, tz="UTC") + pd.Timedelta(hours=hour) for hour in range(24)],
                         "rain": [float(hour % 4) for hour in range(24)]})


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with dg.DagsterInstance.ephemeral(tempdir=str(FOLDER)) as instance:
        result = dg.materialize([*ASSETS, *CHECKS], partition_key=sys.argv[1], instance=instance,
                                resources={"io_manager": ParquetFolder(), "pipes": dg.PipesSubprocessClient()})
    print("succeeded" if result.success else "failed", len(result.get_asset_materialization_events()), "materialized",
          len(result.get_asset_check_evaluations()), "checks")
