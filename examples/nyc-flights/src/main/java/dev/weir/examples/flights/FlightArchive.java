package dev.weir.examples.flights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The outside world of this example: files as they were published. A resource: the classes that declare assets ask for
/// it in their constructor.
public final class FlightArchive {

    List<Flight> departuresOn(LocalDate day) {
        return day("flights.zip", day, FlightArchive::flight);
    }

    List<Weather> weatherOn(LocalDate day) {
        return day("weather.zip", day, FlightArchive::weather);
    }

    List<Plane> planes() {
        return file("planes.csv", FlightArchive::plane);
    }

    List<Airport> airports() {
        return file("airports.csv", FlightArchive::airport);
    }

    List<Airline> airlines() {
        return file("airlines.csv", fields -> new Airline(fields.text(0), fields.text(1)));
    }

    private static Flight flight(Fields fields) {
        return new Flight(
                fields.integer(0),
                fields.integerOrNull(1),
                fields.integerOrNull(2),
                fields.integer(3),
                fields.integerOrNull(4),
                fields.integerOrNull(5),
                fields.text(6),
                fields.integer(7),
                fields.textOrNull(8),
                fields.text(9),
                fields.text(10),
                fields.integerOrNull(11),
                fields.integer(12),
                fields.instant(13));
    }

    private static Weather weather(Fields fields) {
        return new Weather(
                fields.text(0),
                fields.instant(10),
                fields.numberOrNull(1),
                fields.numberOrNull(3),
                fields.numberOrNull(5),
                fields.numberOrNull(7),
                fields.numberOrNull(8),
                fields.number(9));
    }

    private static Plane plane(Fields fields) {
        return new Plane(
                fields.text(0),
                fields.integerOrNull(1),
                fields.text(3),
                fields.text(4),
                fields.integer(5),
                fields.integer(6));
    }

    private static Airport airport(Fields fields) {
        return new Airport(
                fields.text(0), fields.text(1), fields.number(2), fields.number(3), fields.integer(4));
    }

    // A day without an entry is a day without a report.
    private static <T> List<T> day(String archive, LocalDate day, Function<Fields, T> parse) {
        try (ZipFile zip = new ZipFile(path(archive).toFile())) {
            ZipEntry entry = zip.getEntry(day + ".csv");
            if (entry == null) {
                return List.of();
            }
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
                return parse(lines, parse);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read %s of %s".formatted(day, archive), unreadable);
        }
    }

    private static <T> List<T> file(String name, Function<Fields, T> parse) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource(name).openStream(), StandardCharsets.UTF_8))) {
            return parse(lines, parse);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + name, unreadable);
        }
    }

    private static <T> List<T> parse(BufferedReader lines, Function<Fields, T> parse) {
        return lines.lines().skip(1).map(Fields::of).map(parse).toList();
    }

    private static Path path(String name) throws IOException {
        try {
            return Path.of(resource(name).toURI());
        } catch (URISyntaxException malformed) {
            throw new IOException(malformed);
        }
    }

    private static URL resource(String name) throws IOException {
        URL url = FlightArchive.class.getResource("/nycflights13/" + name);
        if (url == null) {
            throw new IOException("nycflights13/%s is not on the class path".formatted(name));
        }
        return url;
    }
}
