package dev.daybook.console.web;

/** What a call does: GET reads and changes nothing, POST does something. */
public enum Method {
    GET,
    POST
}
