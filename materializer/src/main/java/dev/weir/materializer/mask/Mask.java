package dev.weir.materializer.mask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts `***` in the place of secrets in texts. A secret is found as it is, line by line, and as part of a URL; one that is
/// shorter than six characters is not looked for, as it could be a part of anything. Threads may share it.
public final class Mask {

    /// Of who has no secrets.
    public static final Mask NONE = new Mask(List::of);

    private static final int SHORTEST = 6;
    private static final String MASKED = "***";

    private final Supplier<? extends Collection<String>> known;
    // The longest first: one may be a part of another.
    private volatile @Nullable List<String> secrets;

    /// @param known secrets, asked for with the first text
    public Mask(Supplier<? extends Collection<String>> known) {
        this.known = known;
    }

    /// Looks for one more.
    public void add(String secret) {
        List<String> before = secrets();
        if (!before.contains(secret)) {
            learn(before, List.of(secret));
        }
    }

    private List<String> secrets() {
        List<String> all = secrets;
        return all == null ? learn(List.of(), known.get()) : all;
    }

    private synchronized List<String> learn(List<String> before, Collection<String> more) {
        List<String> meanwhile = secrets;
        TreeSet<String> all =
                new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        all.addAll(meanwhile == null ? before : meanwhile);
        for (String secret : more) {
            addForms(secret, all);
            secret.lines().map(String::strip).forEach(line -> addForms(line, all));
        }
        all.removeIf(text -> text.length() < SHORTEST);
        List<String> sorted = List.copyOf(all);
        secrets = sorted;
        return sorted;
    }

    private static void addForms(String secret, Collection<String> forms) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(secret);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
    }

    /// The text without secrets.
    public String text(String text) {
        String masked = text;
        for (String secret : secrets()) {
            if (masked.contains(secret)) {
                masked = masked.replace(secret, MASKED);
            }
        }
        return masked;
    }

    /// The same values, without secrets in names and texts.
    public <V> Map<String, V> values(Map<String, V> values) {
        if (secrets().isEmpty() || values.isEmpty()) {
            return values;
        }
        Map<String, V> masked = new LinkedHashMap<>();
        values.forEach((name, value) -> masked.put(text(name), value(value)));
        return masked;
    }

    @SuppressWarnings("unchecked") // a text in the place of a text
    private <V> V value(V value) {
        return value instanceof String text ? (V) text(text) : value;
    }

    /// What was thrown, as it can be told: itself if it says no secret, nor does anything that caused it.
    public Throwable failure(Throwable failure) {
        String trace = TraceText.of(failure);
        return text(trace).equals(trace) ? failure : new MaskedFailure(text(failure.toString()), failure.getStackTrace());
    }
}
