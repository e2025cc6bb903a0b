package dev.weir.examples.attrition;

/// How many of a department left in a month.
///
/// @param staff those who worked there in that month
/// @param rate the share of them who left
record Attrition(String department, long staff, long leavers, double rate) {}
