package dev.weir.metadata;

import java.util.Locale;

/// Goes a way through a PostgreSQL again and again, and one call goes wrong each time, the next one each time, until none is left to
/// go wrong.
final class EachCall {

    private EachCall() {}

    interface Way {
        /// @param name of this time, for what it makes
        /// @param database of which a call goes wrong
        /// @param beside the same, of which none does
        /// @param before the newest commit
        void go(String name, Database database, Database beside, long before);
    }

    /// What is to be there each time.
    interface Start {
        /// @param beside the database, of which no call goes wrong
        void prepare(Database beside);
    }

    /// @return how often it went
    static int goesWrong(String url, FaultySource.Fault fault, Way way) {
        return goesWrong(url, fault, _ -> {}, way);
    }

    /// @return how often it went
    static int goesWrong(String url, FaultySource.Fault fault, Start start, Way way) {
        int at = 0;
        boolean happened = true;
        try (Database beside = Database.open(url, "tests")) {
            while (happened) {
                at++;
                FaultySource source = new FaultySource(url, fault, at);
                start.prepare(beside);
                try (Database database = new Database(new Location.Server(source))) {
                    // Answers once, as it does when it is opened.
                    long before = database.versions().sequence();
                    source.arm();
                    way.go("%s/at%d".formatted(fault.name().toLowerCase(Locale.ROOT), at), database, beside, before);
                }
                happened = source.hasHappened();
            }
        }
        return at;
    }
}
