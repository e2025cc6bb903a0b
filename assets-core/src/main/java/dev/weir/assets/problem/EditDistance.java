package dev.weir.assets.problem;

/// How many letters were left out, added, mistaken or swapped with their neighbor (optimal string alignment).
final class EditDistance {

    private EditDistance() {}

    /// The distance, or some number above `limit` if it is above.
    static int between(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j <= other.length(); j++) {
                row[j] = cell(one, other, i, j, row, last, beforeLast);
                best = Math.min(best, row[j]);
            }
            if (best > limit) {
                return best;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }

    private static int cell(String one, String other, int i, int j, int[] row, int[] last, int[] beforeLast) {
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        int cheapest = Math.min(last[j - 1] + (a == b ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        boolean swapped = i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2);
        return swapped ? Math.min(cheapest, beforeLast[j - 2] + 1) : cheapest;
    }
}
