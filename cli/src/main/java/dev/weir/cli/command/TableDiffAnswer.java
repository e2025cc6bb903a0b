package dev.weir.cli.command;

import dev.weir.cli.output.Screen;
import dev.weir.lineageui.data.Cells;
import dev.weir.lineageui.data.TableDiffJson;
import dev.weir.materializer.diff.TableDiff;

/// What differs between two tables.
record TableDiffAnswer(Sides sides, Exit exit, TableDiff diff) implements DiffAnswer {

    @Override
    public boolean isSame() {
        return diff.isEmpty();
    }

    @Override
    public void print(Screen screen) {
        sides.print(screen);
        new TableDiffText(diff).print(screen);
    }

    @Override
    public Object json() {
        return new TableDiffJson(Cells.AS_THEY_ARE).addTo(sides.json().with("same", isSame()), diff);
    }
}
