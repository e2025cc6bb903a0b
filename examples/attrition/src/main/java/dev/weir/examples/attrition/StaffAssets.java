package dev.weir.examples.attrition;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Config;
import dev.weir.assets.Output;
import dev.weir.assets.Previous;
import dev.weir.assets.Sql;
import dev.weir.assets.Table;
import dev.weir.checks.Check;
import dev.weir.checks.CheckResult;
import dev.weir.checks.NotNull;
import dev.weir.checks.Range;
import dev.weir.checks.Unique;
import dev.weir.partitions.Monthly;
import dev.weir.partitions.TimeWindow;
import java.util.List;

/// Who works here, month by month.
@Assets(group = "staff", owners = "team:people")
@Monthly(start = "2024-01-01", end = "2025-01-01")
public final class StaffAssets {

    @Asset(description = "Everybody who ever worked here, as known at the end of the month", kinds = "records")
    @Unique("id")
    @NotNull({"department", "hired_on"})
    Output<List<Employee>> employees(@Previous List<Employee> before, TimeWindow month, @Config Staffing staffing) {
        List<Employee> register = new Payroll(month, staffing).after(before);
        return Output.of(register)
                .with("joined", register.size() - before.size())
                .with("here", register.stream().filter(Employee::isHere).count());
    }

    @Check("Nobody left before they came")
    CheckResult nobodyLeftBeforeTheyCame(Table<Employee> employees) {
        long wrong = employees
                .value("select count(*) from this where left_on < hired_on", Long.class)
                .orElse(0L);
        return CheckResult.of(wrong == 0).with("wrong", wrong);
    }

    @Asset(description = "The share of each department that left in the month", kinds = "sql")
    @Range(column = "rate", min = 0, max = 0.25)
    Table<Attrition> attrition(Table<Employee> employees, TimeWindow month) {
        return Sql.query(Attrition.class, """
                select department, count(*) as staff, count(left_on) as leavers, count(left_on) / count(*) as rate
                from employees
                where left_on is null or left_on >= ?
                group by department
                order by department
                """, month.startDate(), employees);
    }
}
