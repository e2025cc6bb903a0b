package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.CollectedVersions;
import dev.weir.lineageui.view.HoldJson;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.Revisions;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.Acceptance;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Importation;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// `weir versions`: all versions of a partition, or the current ones of an asset.
final class VersionsCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "versions",
                        "Lists the versions of one partition, or the current versions of all partitions",
                        ReferenceWords.ASSET)
                .example("weir versions daily_delays@2013-01-15");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        Reference reference = session.reference(arguments.words().getFirst());
        List<Version> current = session.found().current(reference).stream()
                .map(CurrentVersion::version)
                .toList();
        List<Version> versions =
                reference.partition().isEmpty() ? current : workspace.versions().versionsOf(reference.target());
        Set<VersionId> currentIds = current.stream().map(Version::id).collect(Collectors.toSet());
        List<Hold> holds = session.found().holds(reference);
        return new Listed(workspace, versions, currentIds, holds, session.context().moments());
    }

    private record Listed(
            Workspace workspace, List<Version> versions, Set<VersionId> current, List<Hold> holds, Moments moments)
            implements Answer {
        @Override
        public void print(Screen screen) {
            if (versions.isEmpty() && holds.isEmpty()) {
                screen.line("It has not been materialized yet.");
                return;
            }
            if (!versions.isEmpty()) {
                printTable(screen);
            }
            HoldText.print(holds, new Names(workspace.graph()), screen);
        }

        private void printTable(Screen screen) {
            Names names = new Names(workspace.graph());
            Revisions revisions = new Revisions(workspace.runs());
            boolean inRepository = versions.stream().anyMatch(version -> revisions.of(version).isPresent());
            TextTable table = inRepository
                    ? TextTable.of("version", "state", "made", ">rows", ">size", "data", "commit")
                    : TextTable.of("version", "state", "made", ">rows", ">size", "data");
            for (Version version : versions) {
                boolean tabular = version.content() instanceof Content.TableFiles;
                List<Object> row = new ArrayList<>(List.of(
                        TextTable.cell(Style.BOLD, names.of(version)),
                        state(version),
                        moments.of(version.origin().createdAt()),
                        tabular ? Quantity.count(version.content().rows()) : "",
                        version.content().isInFiles() ? Quantity.bytes(version.content().bytes()) : "",
                        version.digests().data().value().abbreviated()));
                if (inRepository) {
                    row.add(revisions.of(version).map(Revision::toString).orElse(""));
                }
                table.row(row.toArray());
            }
            table.print(screen);
        }

        private Object state(Version version) {
            if (!version.tainted().isEmpty()) {
                return TextTable.cell(Style.YELLOW, "tainted");
            }
            return switch (version.state()) {
                case PUBLISHED -> {
                    boolean isHeld = holds.stream()
                            .anyMatch(hold -> hold.target().equals(version.target())
                                    && hold.number().equals(OptionalLong.of(version.number())));
                    String accepted = (isHeld ? ", held" : "")
                            + (Importation.of(version).isPresent() ? ", imported" : "")
                            + (Acceptance.of(version).isPresent() ? ", accepted" : "");
                    yield current.contains(version.id())
                            ? TextTable.cell(Style.GREEN, "current" + accepted)
                            : "published" + accepted;
                }
                case REJECTED -> TextTable.cell(Style.RED, "rejected");
                case CONDEMNED -> TextTable.cell(
                        Style.DIM,
                        new CollectedVersions(workspace)
                                .of(version)
                                .map(collected -> CollectedText.state(collected, moments))
                                .orElse("collected"));
            };
        }

        @Override
        public Object json() {
            VersionJson json = new VersionJson(workspace);
            Names names = new Names(workspace.graph());
            return new JsonObject()
                    .with(
                            "versions",
                            versions,
                            version -> json.summary(version).with("current", current.contains(version.id())))
                    .with("held", holds, hold -> HoldJson.of(hold, names));
        }
    }
}
