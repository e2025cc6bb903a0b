package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.run.HowFar;
import dev.weir.cli.wiring.Session;
import dev.weir.materializer.doctor.Doctor.Depth;

/// `weir doctor`: whether what is remembered and what is kept agree, and making the memory anew when it is lost.
final class DoctorCommand implements Command {
    private static final Option DEEP =
            Option.toggle("--deep", "Read every file and compare it with its SHA-256");
    private static final Option REBUILD = Option.toggle(
            "--rebuild", "Make the database anew out of the manifests of the warehouse, when it is lost");

    @Override
    public Syntax syntax() {
        return Syntax.of("doctor", "Checks that what the database remembers is there and right", Words.NONE)
                .with(DEEP, REBUILD)
                .example("weir doctor --deep")
                .example("weir doctor --rebuild");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        if (arguments.has(REBUILD)) {
            if (arguments.has(DEEP)) {
                throw new WeirException(
                        ProblemCode.USAGE, "--deep looks and --rebuild makes anew: call 'weir doctor --deep' afterwards.");
            }
            return new Rebuilding(session.workspace().rebuild());
        }
        Depth depth = arguments.has(DEEP) ? Depth.CONTENTS : Depth.SIZES;
        try (HowFar progress = new HowFar(session.context().console().err())) {
            return new Diagnosis(session.workspace().examine(depth, progress::looked));
        }
    }

    /// It changes nothing, or what is there already.
    @Override
    public Again again(Arguments arguments) {
        return Again.GOES_ON;
    }
}
