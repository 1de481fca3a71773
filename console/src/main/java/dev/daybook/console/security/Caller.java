package dev.daybook.console.security;

import java.util.Set;

/**
 * Who asks.
 *
 * @param name by which he is recorded
 * @param roles what he may do
 */
public record Caller(String name, Set<Role> roles) {

    /** Takes a copy. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether he may do what a role may.
     *
     * @param role the least that is needed
     * @return true if one of his roles is it or includes it
     */
    public boolean has(Role role) {
        return roles.stream().anyMatch(own -> own.includes(role));
    }
}
