package dev.weir.partitions.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// Reads dates as keys spell them. By hand: the formatters of the JDK cost a cold process more than all the rest of
/// reading a key.
final class KeyText {

    static final int DATE = "2024-01-15".length();
    private static final int MONTH = "2024-01".length();

    private KeyText() {}

    static Optional<LocalDate> date(String text) {
        boolean sound = text.length() == DATE && text.charAt(4) == '-' && text.charAt(7) == '-';
        return sound ? date(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)) : Optional.empty();
    }

    static Optional<LocalDate> month(String text) {
        boolean sound = text.length() == MONTH && text.charAt(4) == '-';
        return sound ? date(number(text, 0, 4), number(text, 5, 7), 1) : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        boolean exists = year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /// The number those digits write, or -1 if they are none.
    static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }
}
