package dev.weir.assets.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The names that somebody who typed another one may have meant: those a few letters away. Case and word separators do
/// not count, so that `dailyDelays` is near `daily_delays`. Immutable.
public final class DidYouMean {

    private static final int MOST = 3;

    private final List<String> names;
    private final String[] spellings;
    // Which letters and digits a spelling holds: most names are told apart by these alone, without a comparison.
    private final long[] letters;

    private DidYouMean(List<String> names) {
        this.names = names;
        this.spellings = names.stream().map(DidYouMean::spelling).toArray(String[]::new);
        this.letters = new long[spellings.length];
        for (int i = 0; i < spellings.length; i++) {
            letters[i] = lettersOf(spellings[i]);
        }
    }

    public static DidYouMean among(Collection<String> names) {
        return new DidYouMean(List.copyOf(names));
    }

    /// At most three names, the nearest first.
    public List<String> nearest(String typed) {
        String wanted = spelling(typed);
        int limit = Math.clamp(wanted.length() / 3, 1, 3);
        long wantedLetters = lettersOf(wanted);
        return IntStream.range(0, spellings.length)
                .filter(i -> Long.bitCount(letters[i] ^ wantedLetters) <= 2 * limit)
                .mapToObj(i -> new Candidate(names.get(i), EditDistance.between(wanted, spellings[i], limit)))
                .filter(candidate -> candidate.distance <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /// The end of a message about an unknown name: ` Did you mean a, b or c?` with a blank in front, or nothing.
    public String hint(String typed) {
        return question(nearest(typed));
    }

    /// The same about names found in another way.
    public static String question(List<String> names) {
        return names.isEmpty() ? "" : " Did you mean " + alternatives(names) + "?";
    }

    /// `a`, `a or b`, `a, b or c`.
    public static String alternatives(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static String spelling(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static long lettersOf(String spelling) {
        long mask = 0;
        for (int i = 0; i < spelling.length(); i++) {
            mask |= 1L << (spelling.charAt(i) & 63);
        }
        return mask;
    }

    private record Candidate(String name, int distance) {}
}
