package dev.daybook.console.security;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names in Host headers that nobody else can have pointed here: a machine's own, and addresses. Who rebinds a name needs a name; a
 * browser sends an address only where that address was asked for.
 */
final class HostNames {

    private static final Set<String> OWN = Set.of("localhost");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]{2,45}]");

    private HostNames() {}

    static boolean isHarmless(String host) {
        return OWN.contains(host) || ADDRESS.matcher(host).matches();
    }
}
