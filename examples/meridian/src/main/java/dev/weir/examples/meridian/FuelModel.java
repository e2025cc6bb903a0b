package dev.weir.examples.meridian;

/// Liters an hour as a sum of weights, and how far it is off on rows that it has not seen.
///
/// @param error the root of the mean squared error, in liters an hour
/// @param baseline the error of whoever says the mean every time
record FuelModel(double intercept, double speed, double load, double rain, double error, double baseline) {

    /// By which share the model is nearer than the mean.
    double improvement() {
        return 1 - error / baseline;
    }
}
