package dev.weir.testing;

import org.assertj.core.api.Assertions;

/// The way in to what a test asserts of assets: import `assertThat` of this class, which has AssertJ's own ones too.
public final class WeirAssertions extends Assertions {

    private WeirAssertions() {}

    /// How it came out.
    public static ResultAssert assertThat(TestResult actual) {
        return new ResultAssert(actual);
    }

    /// What would be done.
    public static PlanAssert assertThat(TestPlan actual) {
        return new PlanAssert(actual);
    }

    /// One asset.
    public static AssetAssert assertThat(TestAsset actual) {
        return new AssetAssert(actual);
    }
}
