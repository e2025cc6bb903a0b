package dev.weir.cli.output;

import dev.weir.assets.problem.Problem;
import java.util.List;

/// What a command gives back: for people, for programs, and as an exit status.
public interface Answer {

    void print(Screen screen);

    /// The `result` of the JSON envelope, of the values [JsonText] writes.
    Object json();

    default int exitStatus() {
        return 0;
    }

    /// What went wrong although the command has an answer, such as steps that failed.
    default List<Problem> problems() {
        return List.of();
    }
}
