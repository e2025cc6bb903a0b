package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonText;
import dev.weir.materializer.project.ProjectSchema;
import java.util.Map;

/// `weir schema`: the JSON schema of weir.yaml, for editors. In a project, with the configuration its classes ask for.
final class SchemaCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("schema", "Prints a JSON schema of weir.yaml, by which editors complete and check it", Words.NONE)
                .example("weir schema > .weir/weir.schema.json");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        return new Schema(schema(arguments, session));
    }

    private static Map<String, Object> schema(Arguments arguments, Session session) {
        boolean named = arguments.value(Syntax.PROJECT).isPresent()
                || arguments.value(Syntax.FILE).isPresent();
        try {
            return session.workspace().schema();
        } catch (WeirException wrong) {
            boolean nowhere = wrong.problems().stream().allMatch(problem -> problem.code() == ProblemCode.NO_PROJECT);
            if (named || !nowhere) {
                throw wrong;
            }
            return ProjectSchema.general();
        }
    }

    private record Schema(Map<String, Object> schema) implements Answer {
        @Override
        public void print(Screen screen) {
            screen.line(JsonText.of(schema));
        }

        @Override
        public Object json() {
            return schema;
        }
    }
}
