package dev.weir.assets.spec;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How long versions are kept that readers do not see any more. What something kept is made of is kept too, however old.
public sealed interface Retention {

    /// What to write.
    String SYNTAX = "'all', 'last 30', '90 days', '8 weeks', '6 months' or '2 years'";

    /// The most versions or days that can be said: more is all of them.
    int MOST = 1_000_000;

    /// Every version, for ever.
    record All() implements Retention {
        @Override
        public String toString() {
            return "all";
        }
    }

    /// The newest published versions of each partition, and what was rejected since the oldest of them.
    record Last(int versions) implements Retention {
        public Last {
            if (versions < 1 || versions > MOST) {
                throw new IllegalArgumentException("'last %d' keeps nothing that can be told: write 'last 1' or more"
                        .formatted(versions));
            }
        }

        @Override
        public String toString() {
            return "last " + versions;
        }
    }

    /// Every version that was made since.
    record Younger(Period age) implements Retention {
        public Younger {
            if (age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException("An age to keep versions for must be at least one day");
            }
        }

        @Override
        public String toString() {
            List<Integer> numbers = List.of(age.getYears(), age.getMonths(), age.getDays());
            List<String> units = List.of("year", "month", "day");
            int unit = numbers.get(0) > 0 ? 0 : numbers.get(1) > 0 ? 1 : 2;
            return "%d %s%s".formatted(numbers.get(unit), units.get(unit), numbers.get(unit) == 1 ? "" : "s");
        }
    }

    /// @throws IllegalArgumentException saying what to write instead
    static Retention parse(String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        if (words.length == 1 && words[0].equals("all")) {
            return new All();
        }
        try {
            if (words.length == 2 && words[0].equals("last")) {
                return new Last(Integer.parseInt(words[1]));
            }
            if (words.length == 2) {
                return new Younger(age(number(words[0]), words[1]));
            }
        } catch (NumberFormatException noNumber) {
            throw unknown(text);
        }
        throw unknown(text);
    }

    private static int number(String word) {
        int number = Integer.parseInt(word);
        if (number < 1 || number > MOST) {
            throw new NumberFormatException(word);
        }
        return number;
    }

    private static Period age(int number, String unit) {
        return switch (unit) {
            case "day", "days" -> Period.ofDays(number);
            case "week", "weeks" -> Period.ofDays(Math.multiplyExact(number, 7));
            case "month", "months" -> Period.ofMonths(number);
            case "year", "years" -> Period.ofYears(number);
            default -> throw new NumberFormatException(unit);
        };
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("'%s' does not say what to keep: write %s".formatted(text, SYNTAX));
    }

    /// Whether a version need not be kept for its own sake.
    ///
    /// @param newer how many published versions of its partition are newer
    default boolean letsGo(int newer, Instant madeAt, Instant now) {
        return switch (this) {
            case All _ -> false;
            case Last(int versions) -> newer >= versions;
            case Younger(Period age) -> madeAt.atZone(ZoneOffset.UTC).plus(age).toInstant().isBefore(now);
        };
    }

    /// Before when nothing is kept because of its age; empty if age does not decide.
    default Optional<Instant> oldest(Instant now) {
        return switch (this) {
            case All _, Last _ -> Optional.empty();
            case Younger(Period age) -> Optional.of(now.atZone(ZoneOffset.UTC).minus(age).toInstant());
        };
    }
}
