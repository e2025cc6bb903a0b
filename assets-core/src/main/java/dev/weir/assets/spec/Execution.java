package dev.weir.assets.spec;

/// How an asset's method is run. No part of it changes what is computed.
public record Execution(RetryPolicy retry, Timeout timeout) {

    public static final Execution PLAIN = new Execution(RetryPolicy.NONE, new Timeout.None());
}
