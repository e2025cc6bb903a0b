package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.project.DeclaredAt;
import dev.weir.materializer.project.DeclaredAt.Named;
import dev.weir.materializer.project.DeclaredAt.Placed;
import dev.weir.materializer.project.DeclaredAt.Read;
import dev.weir.materializer.project.DeclaredAt.Unknown;
import dev.weir.materializer.project.source.MethodText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where an asset is declared, as JSON.
public final class SourceJson {

    private SourceJson() {}

    /// Only file and line; each is null where it is not known.
    public static JsonObject place(DeclaredAt declared) {
        return switch (declared) {
            case Read(String file, MethodText text) -> new JsonObject().with("file", file).with("line", text.line());
            case Placed(String file, int line) -> new JsonObject().with("file", file).with("line", line);
            case Named(String file, _) -> new JsonObject().with("file", file).with("line", Optional.empty());
            case Unknown _ -> new JsonObject().with("file", Optional.empty()).with("line", Optional.empty());
        };
    }

    /// With the lines themselves, or why they are not shown.
    public static JsonObject of(DeclaredAt declared) {
        JsonObject place = place(declared);
        return switch (declared) {
            case Read(String file, MethodText text) -> place.with("excerpt", excerpt(file, text))
                    .with("left", text.left())
                    .with("not_shown", Optional.empty());
            case Placed _ -> notShown(place, "Its lines were not asked for.");
            case Named(_, String why) -> notShown(place, why);
            case Unknown(String why) -> notShown(place, why);
        };
    }

    private static List<JsonObject> excerpt(String file, MethodText text) {
        return new SourceExcerpt(file, text.line(), OptionalInt.empty(), text.first(), text.lines()).json();
    }

    private static JsonObject notShown(JsonObject place, String why) {
        return place.with("excerpt", List.of()).with("left", 0).with("not_shown", why);
    }

    /// For people: `src/main/java/Shop.java:12`; empty where no file is known.
    public static String text(DeclaredAt declared) {
        String place = declared.place().orElse("");
        return declared instanceof Named(_, String why) ? "%s (%s)".formatted(place, why) : place;
    }
}
