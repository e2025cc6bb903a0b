package dev.weir.examples.attrition;

import static dev.weir.testing.WeirAssertions.assertThat;

import dev.weir.testing.TestProject;
import dev.weir.testing.TestResult;
import dev.weir.testing.WeirTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@WeirTest(StaffAssets.class)
class StaffAssetsTest {

    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 10);
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 5);

    @Test
    void aMonthAddsToTheRegisterOfTheMonthBefore(TestProject project) {
        TestResult result = project.materialize("employees", "2024-03");

        assertThat(result).published("employees@2024-01", "employees@2024-02", "employees@2024-03");
        List<Employee> february = result.asset("employees", "2024-02").rows(Employee.class);
        assertThat(result)
                .asset("employees", "2024-03")
                .hasMetadata("joined", 8)
                .rows(Employee.class)
                .hasSize(february.size() + 8)
                .extracting(Employee::id)
                .startsWith(february.stream().map(Employee::id).toArray(Integer[]::new));
    }

    @Test
    void theSameSeedGivesTheSameRecords(TestProject project) {
        List<Employee> first = project.materialize("employees", "2024-01").asset("employees").rows(Employee.class);

        TestResult again = project.materializeAnew("employees", "2024-01");

        assertThat(again).asset("employees").hasVersion("employees@2024-01#2").rows(Employee.class).isEqualTo(first);
    }

    @Test
    void nobodyWhoHasLeftLeavesAgain(TestProject project) {
        Employee gone = new Employee(1, "yard", JANUARY, LocalDate.of(2024, 2, 1), 3_000);
        project.given("employees", "2024-02").rows(gone).config("staffing.leaving=1", "staffing.hires=0");

        TestResult result = project.materialize("employees", "2024-03");

        assertThat(result).asset("employees").hasMetadata("here", 0).rows(Employee.class).containsExactly(gone);
    }

    @Test
    void attritionCountsThoseWhoLeftInTheMonthOnly(TestProject project) {
        project.given("employees", "2024-03")
                .rows(
                        new Employee(1, "yard", JANUARY, null, 3_000),
                        new Employee(2, "yard", JANUARY, null, 3_000),
                        new Employee(3, "yard", JANUARY, null, 3_000),
                        new Employee(4, "yard", JANUARY, MARCH, 3_000),
                        new Employee(5, "office", JANUARY, LocalDate.of(2024, 2, 1), 3_000),
                        new Employee(6, "office", JANUARY, null, 3_000));

        assertThat(project.materialize("attrition", "2024-03"))
                .asset("attrition")
                .isPublished()
                .rows(Attrition.class)
                .containsExactly(new Attrition("office", 1, 0, 0), new Attrition("yard", 4, 1, 0.25));
    }

    @Test
    void aMonthInWhichTooManyLeaveIsNotPublished(TestProject project) {
        project.given("employees", "2024-03").rows(new Employee(1, "yard", JANUARY, MARCH, 3_000));

        assertThat(project.materialize("attrition", "2024-03"))
                .asset("attrition")
                .isRejected()
                .check("range_rate")
                .failed()
                .hasDescription("rate is from 0 to 0.25");
    }

    @Test
    void theRegisterGoesBackToHowItWasWithoutBeingComputed(TestProject project) {
        project.materialize("attrition", "2024-02");
        List<Employee> first = project.materialize("employees", "2024-02").asset("employees", "2024-02").rows(Employee.class);
        project.config("staffing.hires=40").materialize("employees", "2024-02");
        assertThat(project.plan("attrition", "2024-02"))
                .of("attrition", "2024-02")
                .isComputedBecause("employees@2024-02#2 has other data than #1, which it read");

        project.rollBack("employees@2024-02#1");

        TestResult result = project.materialize("attrition", "2024-02");
        assertThat(result).isUpToDate();
        assertThat(result).asset("employees", "2024-02").hasVersion("employees@2024-02#1");
        assertThat(result.asset("employees", "2024-02").rows(Employee.class)).isEqualTo(first);
    }

    @Test
    void theMonthAfterIsAppendedToWhatTheRegisterWentBackTo(TestProject project) {
        List<Employee> first = project.materialize("employees", "2024-02").asset("employees", "2024-02").rows(Employee.class);
        project.config("staffing.hires=40").materialize("employees", "2024-02");
        project.rollBack("employees@2024-02#1").config("staffing.hires=8");

        assertThat(project.materialize("employees", "2024-03"))
                .asset("employees", "2024-03")
                .rows(Employee.class)
                .hasSize(first.size() + 8);
    }

    @Test
    void whatIsReleasedIsComputedAsItIsConfiguredNow(TestProject project) {
        project.materialize("employees", "2024-02");
        project.config("staffing.hires=40").materialize("employees", "2024-02");
        project.rollBack("employees@2024-02#1").release("employees");

        assertThat(project.materialize("employees", "2024-02"))
                .asset("employees", "2024-02")
                .hasVersion("employees@2024-02#3");
    }
}
