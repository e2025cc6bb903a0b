package dev.weir.cli.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plain Java: the catalog, the lists it names, and the bytes of the files those name, which must have the SHA-256 that
/// stands in the file's name. What one call made has the same version number in both assets.
///
/// @param warehouse its folder
record CatalogReader(Path warehouse) implements Reader {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Reading read() throws IOException {
        Path view = warehouse.resolve("view/main");
        JsonNode catalog = JSON.readTree(Files.readAllBytes(view.resolve("_catalog.json")));
        List<String> wrong = new ArrayList<>();
        Map<String, List<String>> numbers = new TreeMap<>();
        for (JsonNode listed : catalog.get("assets")) {
            for (JsonNode partition : JSON.readTree(Files.readAllBytes(view.resolve(listed.asText()))).get("partitions")) {
                String version = partition.get("version").asText();
                numbers.computeIfAbsent(partition.get("partition").asText(), _ -> new ArrayList<>())
                        .add(version.substring(version.indexOf('#')));
                partition.get("files").forEach(file -> requireWhole(file.asText(), wrong));
            }
        }
        numbers.forEach((day, pair) -> {
            if (pair.size() != 2 || !pair.getFirst().equals(pair.getLast())) {
                wrong.add("%s is %s as of %s".formatted(day, pair, catalog.get("sequence")));
            }
        });
        return new Reading(catalog.get("sequence").asLong(), wrong);
    }

    private void requireWhole(String file, List<String> wrong) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(warehouse.resolve(file))));
            if (!file.contains(hash)) {
                wrong.add("%s has the content %s".formatted(file, hash));
            }
        } catch (IOException missing) {
            wrong.add("%s is not there: %s".formatted(file, missing));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {}
}
