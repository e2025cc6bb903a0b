package dev.weir.cli.command;

/// The two ways to go on with a run that has ended.
enum GoOn {
    RESUME("resume", "do", "Does what a run that has ended left undone of what it was asked for"),
    RETRY("retry", "retry", "Does again what failed in a run that has ended, and what waited for that");

    private final String word;
    private final String verb;
    private final String help;

    GoOn(String word, String verb, String help) {
        this.word = word;
        this.verb = verb;
        this.help = help;
    }

    /// As it is typed after `weir run`.
    String word() {
        return word;
    }

    /// What nothing is left to.
    String verb() {
        return verb;
    }

    /// What it does, for people.
    String help() {
        return help;
    }
}
