package dev.weir.cli.wiring;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.doctor.Examined;
import dev.weir.materializer.doctor.Finding;
import dev.weir.materializer.doctor.Finding.Weight;
import dev.weir.materializer.doctor.Topic;
import dev.weir.materializer.version.StoreMark;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.metadata.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether a database remembers nothing although the warehouse has been published to: it is lost, or another one than it was.
/// What is computed then would be called as something else was before.
record LostMemory(Database database, Warehouse warehouse) {

    private static final String WAY_OUT =
            "run 'weir doctor --rebuild' to make it anew out of what is there, or name another folder as the warehouse";

    /// @throws WeirException if it is
    void refuse() {
        if (isLost()) {
            throw new WeirException(ProblemCode.DATABASE_LOST, fact() + ": " + WAY_OUT);
        }
    }

    /// Where no database is kept yet.
    ///
    /// @throws WeirException if the warehouse has been published to all the same
    static void refuseWithout(Path warehouse) {
        if (isPublishedTo(warehouse)) {
            throw new WeirException(ProblemCode.DATABASE_LOST, factWithout(warehouse) + ": " + WAY_OUT);
        }
    }

    static boolean remembersNothing(Database database) {
        return database.versions().mark().equals(new StoreMark(0, 0));
    }

    static boolean isPublishedTo(Path warehouse) {
        return Files.isDirectory(warehouse.resolve("manifests/confirmed"));
    }

    Examined examined(String project) {
        String looked = "database %s has schema %d; it and warehouse %s belong to project %s"
                .formatted(database.name(), database.inventory().schema(), warehouse.root(), project);
        return new Examined(
                Topic.STORE, looked, isLost() ? List.of(new Finding(Weight.WRONG, fact(), WAY_OUT)) : List.of(), 0);
    }

    /// Where no database is kept yet.
    static Examined examinedWithout(Path warehouse) {
        Finding finding = new Finding(Weight.WRONG, factWithout(warehouse), WAY_OUT);
        return new Examined(
                Topic.STORE,
                "Nothing has been materialized yet",
                isPublishedTo(warehouse) ? List.of(finding) : List.of(),
                0);
    }

    private boolean isLost() {
        return remembersNothing(database) && warehouse.manifests().hasConfirmed();
    }

    private static String factWithout(Path warehouse) {
        return "There is no database, but warehouse %s has been published to".formatted(warehouse);
    }

    private String fact() {
        return "Database %s remembers nothing, but warehouse %s has been published to"
                .formatted(database.name(), warehouse.root());
    }
}
