package dev.weir.examples.attrition;

import dev.weir.partitions.TimeWindow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Makes up what happens in one month. For one month alone, so that each can be made again by itself.
final class Payroll {

    private static final List<String> DEPARTMENTS = List.of("freight", "office", "yard");

    private final LocalDate month;
    private final Staffing staffing;
    private final SplittableRandom random;

    Payroll(TimeWindow month, Staffing staffing) {
        this.month = month.startDate();
        this.staffing = staffing;
        // Another stream of numbers for each month.
        random = new SplittableRandom(staffing.seed() * 1_000_003 + this.month.toEpochDay());
    }

    /// The register at the end of the month.
    List<Employee> after(List<Employee> before) {
        List<Employee> register = new ArrayList<>(before.size());
        for (Employee employee : before) {
            boolean leaves = employee.isHere() && random.nextDouble() < staffing.leaving();
            register.add(leaves ? employee.leaving(day()) : employee);
        }
        int hired = before.isEmpty() ? staffing.founders() : staffing.hires();
        for (int i = 1; i <= hired; i++) {
            register.add(new Employee(before.size() + i, department(), day(), null, 2_500 + 100 * random.nextInt(40)));
        }
        return register;
    }

    private String department() {
        return DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
    }

    private LocalDate day() {
        long days = ChronoUnit.DAYS.between(month, month.plusMonths(1));
        return month.plusDays(random.nextLong(days));
    }
}
