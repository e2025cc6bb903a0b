package dev.weir.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project with one asset that takes as long as a test wants it to.
public record Gated(Path folder) {

    /// Writes `Shop.java`.
    public static Gated in(Path folder) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), """
                record Order(String customer, int amount) {}

                class Shop {
                    @Asset List<Order> orders() { return List.of(new Order("a", 1)); }

                    @Asset int slow(Table<Order> orders) throws Exception {
                        java.nio.file.Files.writeString(java.nio.file.Path.of("FOLDER/begun"), "");
                        while (!java.nio.file.Files.exists(java.nio.file.Path.of("FOLDER/go"))) { Thread.sleep(5); }
                        return 1;
                    }

                    @Asset int fails() { throw new IllegalStateException("the till is closed"); }

                    @Asset @Range(column = "amount", min = 10) List<Order> small() { return List.of(new Order("c", 3)); }
                }
                """.replace("FOLDER", folder.toString()));
        return new Gated(folder);
    }

    public boolean hasBegun() {
        return Files.exists(folder.resolve("begun"));
    }

    /// Waits until the slow asset is at work.
    public void awaitBegin() throws InterruptedException {
        while (!hasBegun()) {
            Thread.sleep(5);
        }
    }

    /// Lets the slow asset end.
    public void go() throws IOException {
        Files.createFile(folder.resolve("go"));
    }
}
