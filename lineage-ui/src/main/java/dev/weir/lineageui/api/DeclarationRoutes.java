package dev.weir.lineageui.api;

import static dev.weir.lineageui.api.Shapes.instant;
import static dev.weir.lineageui.api.Shapes.integer;
import static dev.weir.lineageui.api.Shapes.list;
import static dev.weir.lineageui.api.Shapes.member;
import static dev.weir.lineageui.api.Shapes.object;
import static dev.weir.lineageui.api.Shapes.oneOf;
import static dev.weir.lineageui.api.Shapes.orNull;
import static dev.weir.lineageui.api.Shapes.text;

import dev.weir.lineageui.api.Route.Answered;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.ProblemPage;
import dev.weir.lineageui.view.SourceExcerpt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether the sources can be served as they are, and what is wrong with them.
final class DeclarationRoutes {
    /// Of a source that is one big mistake, the beginning says enough.
    private static final int MOST = 100;

    private final Supplier<Declarations> declarations;

    DeclarationRoutes(Supplier<Declarations> declarations) {
        this.declarations = declarations;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/declarations",
                "Whether what is served is what the sources say, where somebody watches them: weir dev",
                Answered.json(
                        "With failed, what the sources said before is still served, and problems say why; 100 of them at most.",
                        object(
                                member("state", oneOf(Declarations.STATES)),
                                member("at", instant()),
                                member("problems", list(problem())))),
                _ -> Reply.json(json(declarations.get()))));
    }

    private static Map<String, Object> problem() {
        return object(
                member("code", text()),
                member("message", text()),
                member("docs", text()),
                member("file", orNull(text())),
                member("line", orNull(integer())),
                member("column", orNull(integer())),
                member("excerpt", list(object(member("line", integer()), member("text", text())))));
    }

    private static JsonObject json(Declarations declarations) {
        List<Declarations.Wrong> wrong = declarations.wrong();
        return new JsonObject()
                .with("state", declarations.state())
                .with("at", declarations.at())
                .with("problems", wrong.subList(0, Math.min(MOST, wrong.size())), DeclarationRoutes::json);
    }

    private static JsonObject json(Declarations.Wrong wrong) {
        Optional<SourceExcerpt> place = wrong.place();
        return new JsonObject()
                .with("code", wrong.code())
                .with("message", wrong.message())
                .with("docs", ProblemPage.section(wrong.code()))
                .with("file", place.map(SourceExcerpt::file))
                .with("line", place.map(SourceExcerpt::line))
                .with("column", place.map(SourceExcerpt::column).filter(column -> column.isPresent()).map(column -> column.getAsInt()))
                .with("excerpt", place.map(SourceExcerpt::json).orElse(List.of()));
    }
}
