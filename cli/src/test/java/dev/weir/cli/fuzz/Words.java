package dev.weir.cli.fuzz;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.Cli;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Session;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Command lines, one word a line, where there is no project.
final class Words implements Target {

    private static final int FAULT = 70;
    private final Path folder = Memory.folder();

    @Override
    public List<byte[]> seeds() {
        return Target.texts("materialize\norders\n--partition\n2013-01-15\n--config\na.b=c\n--parallel\n4", "plan\n--json\n--only", "run\nshow\nlatest",
                "--help", "import\na\nb\n--partition-from-path\nday={partition}", "head\norders\n--rows\n5", "sql\nselect 1\n--csv", "--project\n/\nlist\n--",
                "diff\na\nb\n--key\nx", "completion\nbash", "explain\nUSAGE", "rollback\na\n--to\n1", "server\n--port\n99999", "lineage\na\n--depth=3", "db\nmigrate",
                "completion\nwords\n--\nweir\nmat");
    }

    @Override
    public void take(byte[] input) {
        String[] words = Target.text(input).split("\n", -1);
        // It makes a folder wherever one likes, which is what it is for.
        if (Arrays.asList(words).contains("init")) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Screen screen = Screen.file(new PrintStream(said, false, StandardCharsets.UTF_8));
        Session.Context context = new Session.Context(
                new Console(screen, screen),
                folder,
                Map.of(),
                InstantSource.system(),
                ZoneOffset.UTC,
                (_, _) -> {
                    throw new WeirException(ProblemCode.USAGE, "There is no project here.");
                },
                Interruption.byHand());
        int status = new Cli(context).run(words);
        String text = said.toString(StandardCharsets.UTF_8);
        if (status == FAULT || text.isBlank() && status != 0) {
            throw new AssertionError(status + ": " + text);
        }
    }
}
