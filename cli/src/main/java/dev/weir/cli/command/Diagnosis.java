package dev.weir.cli.command;

import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.doctor.Examined;
import dev.weir.materializer.doctor.Finding;
import dev.weir.materializer.doctor.Finding.Weight;
import java.util.List;
import java.util.Locale;

/// What `weir doctor` has found.
record Diagnosis(List<Examined> examined) implements Answer {

    @Override
    public void print(Screen screen) {
        examined.forEach(each -> print(each, screen));
        screen.line();
        long wrong = examined.stream().filter(each -> !each.isRight()).count();
        screen.line(
                wrong == 0
                        ? screen.paint(Style.GREEN, "All is right.")
                        : screen.paint(Style.RED, wrong == 1 ? "One thing is wrong." : "%d things are wrong.".formatted(wrong)));
    }

    private static void print(Examined examined, Screen screen) {
        String title = title(examined);
        if (examined.findings().isEmpty()) {
            screen.line("%s %-9s  %s".formatted(screen.paint(Style.GREEN, "✓"), title, examined.looked()));
            return;
        }
        boolean isRight = examined.isRight();
        screen.line("%s %-9s  %s".formatted(
                screen.paint(isRight ? Style.YELLOW : Style.RED, isRight ? "–" : "✗"),
                title,
                Quantity.of(examined.findings().size() + examined.more(), isRight ? "note" : "finding")));
        for (Finding finding : examined.findings()) {
            screen.line("    " + finding.fact());
            if (!finding.wayOut().isEmpty()) {
                screen.line("      " + screen.paint(Style.DIM, "→ " + finding.wayOut()));
            }
        }
        if (examined.more() > 0) {
            screen.line("    and %s more".formatted(Quantity.count(examined.more())));
        }
    }

    private static String title(Examined examined) {
        return examined.topic().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public Object json() {
        return new JsonObject()
                .with("right", exitStatus() == 0)
                .with("examined", examined, each -> new JsonObject()
                        .with("topic", each.topic().name().toLowerCase(Locale.ROOT))
                        .with("right", each.isRight())
                        .with("looked", each.looked())
                        .with("findings", each.findings(), finding -> new JsonObject()
                                .with("wrong", finding.weight() == Weight.WRONG)
                                .with("fact", finding.fact())
                                .with("way_out", finding.wayOut()))
                        .with("more", each.more()));
    }

    @Override
    public int exitStatus() {
        return examined.stream().allMatch(Examined::isRight) ? 0 : 1;
    }
}
