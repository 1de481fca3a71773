package dev.daybook.console.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name by which he is recorded
 * @param roles what he may do
 * @param until when what he has shown ends, empty if it does not
 */
public record Caller(String name, Set<Role> roles, Optional<Instant> until) {

    /** Takes a copy. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /**
     * Somebody whose credentials do not end.
     *
     * @param name by which he is recorded
     * @param roles what he may do
     */
    public Caller(String name, Set<Role> roles) {
        this(name, roles, Optional.empty());
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
