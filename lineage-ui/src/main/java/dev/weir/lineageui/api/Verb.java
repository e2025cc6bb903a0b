package dev.weir.lineageui.api;

/// How a route is called. There is no HEAD: nobody needs it, and what is not there cannot be got wrong.
public enum Verb {
    GET,
    POST,
    DELETE
}
