package dev.weir.examples.attrition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of the register.
///
/// @param leftOn null while they are here
/// @param salary of a month
record Employee(int id, String department, LocalDate hiredOn, @Nullable LocalDate leftOn, int salary) {

    boolean isHere() {
        return leftOn == null;
    }

    Employee leaving(LocalDate day) {
        return new Employee(id, department, hiredOn, day, salary);
    }
}
