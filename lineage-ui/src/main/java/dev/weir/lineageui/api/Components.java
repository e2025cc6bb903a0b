package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.ANY;
import static dev.weir.lineageui.api.Shapes.bool;
import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.map;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.number;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.ref;
import static dev.weir.lineageui.api.Shapes.sometimes;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.checks.CheckSeverity;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.why.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The shapes that several answers share, by name. What they describe is made by the views.
final class Components {

    private Components() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("Problem", problem());
        all.put("ProblemDocument", problemDocument());
        all.put("Partitions", partitions());
        all.put("PartitionSet", partitionSet());
        all.put("Asset", asset());
        all.put("Column", object(member("name", text()), member("type", text()), member("nullable", bool()), sometimes("sensitive", bool())));
        all.put("Revision", object(member("commit", text()), member("tree", text())));
        all.put("Held", object(
                member("target", text()),
                member("number", orNull(integer())),
                member("since", instant()),
                member("reason", orNull(text()))));
        all.put("Skipped", object(member("partition", orNull(text())), member("why", text()), member("at", orNull(instant()))));
        all.put("Verdict", verdict());
        all.put("VersionSummary", object(summary()));
        all.put("VersionFull", versionFull());
        all.put("Action", object(
                member("does", oneOf(List.of("COMPUTE", "COMPUTE_UNLESS_INPUTS_EQUAL", "CHECK", "SKIP"))),
                member("reason", text()),
                member("because", text())));
        all.put("Plan", plan());
        all.put("Cause", cause());
        all.put("Run", run());
        all.put("Step", step());
        all.put("LineageSide", lineageSide());
        all.put("Event", object(
                member("topic", oneOf(List.of("hello", "reset", "runs", "status", "definitions"))),
                member("seq", integer()),
                sometimes("run", ref("Run")),
                sometimes("watermark", integer()),
                sometimes("state", oneOf(Declarations.STATES))));
        all.put("Status", oneOf(AssetStanding.words()));
        all.put("Looking", Looking.shape());
        return all;
    }

    private static Map<String, Object> problem() {
        return object(
                member("code", text()),
                member("kind", oneOf(List.of("USER", "REFUSED", "RESOURCES", "SYSTEM"))),
                member("message", text()),
                member("docs", text()),
                sometimes("asset", text()),
                sometimes("parameter", text()),
                sometimes("check", text()),
                sometimes("text", text()),
                sometimes("position", integer()),
                sometimes("file", text()),
                sometimes("line", integer()),
                sometimes("column", integer()));
    }

    private static Map<String, Object> problemDocument() {
        return object(
                member("type", text()),
                member("title", text()),
                member("status", integer()),
                member("code", text()),
                member("detail", text()),
                member("problems", list(ref("Problem"))));
    }

    private static Map<String, Object> partitions() {
        return object(
                sometimes("keys", list(text())),
                sometimes("cadence", text()),
                sometimes("start", text()),
                sometimes("end", orNull(text())),
                sometimes("zone", text()));
    }

    private static Map<String, Object> partitionSet() {
        return object(
                member("count", integer()),
                member("ranges", list(object(member("first", text()), member("last", text()), member("count", integer())))));
    }

    private static Map<String, Object> asset() {
        return object(
                member("asset", text()),
                member("description", text()),
                member("group", text()),
                member("owners", list(text())),
                member("tags", list(text())),
                member("kinds", list(text())),
                member("partitions", orNull(ref("Partitions"))),
                member("type", text()),
                member("external", bool()),
                member("view", bool()),
                member("runs_if", orNull(object(member("name", text()), member("description", text())))),
                member("pool", orNull(text())),
                member("runs_in", text()),
                member("command", orNull(text())),
                member("made_with", list(text())),
                member("upstream", list(text())),
                member("downstream", list(text())),
                member("checks", list(text())));
    }

    private static Map<String, Object> verdict() {
        return object(
                member("check", text()),
                member("passed", bool()),
                member("severity", oneOf(CheckSeverity.values())),
                member("description", text()),
                member("metadata", map(ANY)),
                member("sample", list(map(text()))),
                member("took_ms", number()));
    }

    static Map<String, Object> versionSummary() {
        return object(summary());
    }

    private static Shapes.Member[] summary() {
        return new Shapes.Member[] {
            member("version", text()),
            member("id", text()),
            member("asset", text()),
            member("partition", orNull(text())),
            member("number", integer()),
            member("state", oneOf(VersionState.values())),
            member("tainted", orNull(text())),
            member("created_at", instant()),
            member("run", text()),
            member("revision", orNull(ref("Revision"))),
            member("rows", orNull(integer())),
            member("bytes", orNull(integer())),
            sometimes("imported_from", text()),
            sometimes("accepted", object(
                    member("at", instant()),
                    member("because", text()),
                    member("made_by_code", text()),
                    member("made_with_config", text())))
        };
    }

    private static Map<String, Object> versionFull() {
        return Shapes.with(
                object(summary()),
                member("attempt", integer()),
                member("digests", map(text())),
                member("metadata", map(ANY)),
                member("tags", map(text())),
                member("inputs", list(object(
                        member("asset", text()),
                        sometimes("version", orNull(text())),
                        sometimes("id", text()),
                        sometimes("partitions", text()),
                        sometimes("count", integer()),
                        sometimes("as_of", integer())))),
                member("content", oneOf(List.of("table", "json", "file", "folder", "nothing"))),
                sometimes("value", text()),
                sometimes("columns", list(ref("Column"))),
                sometimes("path", text()),
                sometimes("files", list(file())),
                sometimes("quarantined", list(file())),
                member("checks", list(ref("Verdict"))));
    }

    private static Map<String, Object> file() {
        return object(member("path", text()), sometimes("rows", integer()), member("bytes", integer()), member("sha256", text()));
    }

    static Map<String, Object> plan() {
        return object(
                member("environment", text()),
                member("as_of", integer()),
                member("steps", list(object(
                        member("target", text()),
                        member("asset", text()),
                        member("action", ref("Action")),
                        member("runs_if", orNull(text())),
                        sometimes("estimate_ms", orNull(number()))))),
                member("reused", map(integer())),
                member("notes", list(text())));
    }

    private static Map<String, Object> cause() {
        return object(
                member("kind", oneOf(List.of("PLANNED", "MADE"))),
                sometimes("target", text()),
                sometimes("standing", oneOf(Standing.values())),
                sometimes("action", ref("Action")),
                sometimes("version", text()),
                sometimes("reason", orNull(text())),
                sometimes("because", text()));
    }

    private static Map<String, Object> run() {
        return object(
                member("run", text()),
                member("status", oneOf(RunStatus.values())),
                member("environment", text()),
                member("request", text()),
                member("planned_steps", integer()),
                sometimes("steps", object(
                        member("planned", integer()),
                        member("done", integer()),
                        member("succeeded", integer()),
                        member("rejected", integer()),
                        member("failed", integer()),
                        member("skipped", integer()))),
                member("created_at", instant()),
                member("started_at", orNull(instant())),
                member("finished_at", orNull(instant())),
                member("problem", orNull(text())),
                member("revision", orNull(ref("Revision"))),
                member("trigger", oneOf(List.of("command", "page", "http"))),
                sometimes("waits_for", orNull(text())));
    }

    private static Map<String, Object> step() {
        return object(
                member("target", text()),
                member("asset", text()),
                member("state", oneOf(StepState.values())),
                member("attempt", integer()),
                member("version_id", orNull(text())),
                member("started_at", orNull(instant())),
                member("took_ms", orNull(number())),
                member("start_up_ms", orNull(number())),
                member("reason", text()),
                member("detail", orNull(text())),
                member("failed_before", list(object(
                        member("attempt", integer()),
                        member("started_at", instant()),
                        member("took_ms", number()),
                        member("problem", text())))));
    }

    private static Map<String, Object> lineageSide() {
        return object(
                member("versions", list(Shapes.with(object(summary()), member("distance", integer())))),
                member("edges", list(object(member("upstream", text()), member("downstream", text())))),
                member("truncated", bool()));
    }
}
