package dev.weir.cli.command;

import dev.weir.cli.argument.Syntax;
import java.util.List;
import java.util.Optional;

/// All commands, by name. Only the one that is asked for is loaded.
public final class Commands {

    /// In the order in which the help lists them. `completion words` is for programs, and not among them.
    public static final List<String> NAMES = List.of("materialize", "plan", "why", "list", "show", "graph", "partitions", "versions", "lineage", "columns", "paths", "diff", "head", "sql", "check", "checks", "runs", "run show", "run cancel", "run resume", "run retry", "logs", "server", "dev", "accept", "rollback", "release", "import", "gc", "validate", "schema", "doctor", "db migrate", "backup", "restore", "init", "explain", "completion", "version");

    private Commands() {}

    public static Optional<Command> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "materialize" -> new MaterializeCommand();
                    case "plan" -> new PlanCommand();
                    case "why" -> new WhyCommand();
                    case "list" -> new ListCommand();
                    case "show" -> new ShowCommand();
                    case "partitions" -> new PartitionsCommand();
                    case "versions" -> new VersionsCommand();
                    case "lineage" -> new LineageCommand();
                    case "columns" -> new ColumnsCommand();
                    case "paths" -> new PathsCommand();
                    case "diff" -> new DiffCommand();
                    case "head" -> new HeadCommand();
                    case "sql" -> new SqlCommand();
                    case "graph" -> new GraphCommand();
                    case "check" -> new CheckCommand();
                    case "checks" -> new ChecksCommand();
                    case "runs" -> new RunsCommand();
                    case "run show" -> new RunShowCommand();
                    case "run cancel" -> new RunCancelCommand();
                    case "run resume" -> new GoOnCommand(GoOn.RESUME);
                    case "run retry" -> new GoOnCommand(GoOn.RETRY);
                    case "logs" -> new LogsCommand();
                    case "server" -> new ServerCommand();
                    case "dev" -> new DevCommand();
                    case "accept" -> new AcceptCommand();
                    case "rollback" -> new RollbackCommand();
                    case "release" -> new ReleaseCommand();
                    case "import" -> new ImportCommand();
                    case "gc" -> new GcCommand();
                    case "validate" -> new ValidateCommand();
                    case "schema" -> new SchemaCommand();
                    case "doctor" -> new DoctorCommand();
                    case "db migrate" -> new DbMigrateCommand();
                    case "backup" -> new BackupCommand();
                    case "restore" -> new RestoreCommand();
                    case "init" -> new InitCommand();
                    case "explain" -> new ExplainCommand();
                    case "completion" -> new CompletionCommand();
                    case "completion words" -> new CompletionWordsCommand();
                    case "version" -> new VersionCommand();
                    default -> null;
                });
    }

    public static List<Syntax> syntaxes() {
        return NAMES.stream().map(name -> named(name).orElseThrow().syntax()).toList();
    }
}
