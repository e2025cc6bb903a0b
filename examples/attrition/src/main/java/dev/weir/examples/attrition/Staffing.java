package dev.weir.examples.attrition;

import dev.weir.assets.Default;

/// What the records are made up from.
///
/// @param seed the same seed gives the same records
/// @param founders how many join in the first month
/// @param hires how many join in each month after
/// @param leaving with which chance somebody leaves in a month
record Staffing(
        @Default("2024") long seed, @Default("200") int founders, @Default("8") int hires, @Default("0.02") double leaving) {}
