package dev.daybook.console.security;

import java.util.Set;

/** The names by which a machine calls itself. */
final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    static boolean isName(String host) {
        return NAMES.contains(host);
    }
}
