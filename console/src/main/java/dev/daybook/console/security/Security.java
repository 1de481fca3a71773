package dev.daybook.console.security;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see and do what in a console. Immutable.
 *
 * <p>{@link #loopback} asks for no credentials and so is for one's own machine alone: a console with it refuses to listen anywhere else.
 * {@link #authenticated} asks everybody for a bearer token (RFC 6750).
 */
public final class Security {

    /** By which name everybody is recorded who shows no credentials, as on loopback. */
    public static final String LOCAL = "local";

    private final boolean open;
    private final Set<Role> openRoles;
    private final List<Credentials> credentials;
    private final Set<String> hosts;

    private Security(boolean open, Set<Role> openRoles, List<Credentials> credentials, Set<String> hosts) {
        this.open = open;
        this.openRoles = Set.copyOf(openRoles);
        this.credentials = List.copyOf(credentials);
        this.hosts = Set.copyOf(hosts);
    }

    /**
     * No credentials: whoever reaches the machine's loopback address is a viewer and an auditor.
     *
     * @param more what he is besides: an operator, a writer
     * @return security for one's own machine
     */
    public static Security loopback(Role... more) {
        EnumSet<Role> roles = EnumSet.of(Role.VIEWER, Role.AUDITOR);
        roles.addAll(List.of(more));
        return new Security(true, roles, List.of(), Set.of());
    }

    /**
     * Everybody shows a token; nobody has one yet.
     *
     * @return security to which tokens are added
     */
    public static Security authenticated() {
        return new Security(false, Set.of(), List.of(), Set.of());
    }

    /**
     * The same with one more token.
     *
     * @param name who bears it, as he is recorded
     * @param sha256 the token's SHA-256 in hexadecimal digits, as {@link #hash} gives it; the token itself is kept nowhere
     * @param roles what the bearer may do
     * @return a changed copy
     * @throws IllegalArgumentException if the hash has not 64 hexadecimal digits, there is no role, or no credentials are asked for
     */
    public Security token(String name, String sha256, Role... roles) {
        return with(HashedToken.of(name, sha256, roles));
    }

    /**
     * The same with the tokens of an issuer (OpenID Connect and others): signed JWTs, each with a subject, under which its bearer is recorded,
     * and a time at which it ends.
     *
     * @param issuer who issues them, as their claim {@code iss} has it
     * @param audience whom they are for, as their claim {@code aud} has it
     * @param keys where the issuer publishes its keys (JWKS)
     * @param rolesClaim the claim that holds an array of roles: {@code viewer}, {@code auditor}, {@code operator}, {@code writer}
     * @return a changed copy
     * @throws IllegalArgumentException if the address of the keys is none, or no credentials are asked for
     */
    public Security issuer(String issuer, String audience, URI keys, String rolesClaim) {
        return with(new IssuedTokens(issuer, audience, keys, rolesClaim));
    }

    /**
     * The same for another name under which the console is reached, as it stands in the Host header: {@code audit.example.org}.
     * {@code localhost} and addresses are always taken; any other name is refused, so that none of an attacker's can be pointed at the
     * console (DNS rebinding).
     *
     * @param names host names, without a port
     * @return a changed copy
     */
    public Security hosts(String... names) {
        Set<String> more = new LinkedHashSet<>(hosts);
        for (String name : names) {
            more.add(name.toLowerCase(Locale.ROOT));
        }
        return new Security(open, openRoles, credentials, more);
    }

    /**
     * What is kept of a token.
     *
     * @param token the token, at least 20 characters from a good source of randomness
     * @return its SHA-256 in 64 hexadecimal digits
     * @throws IllegalArgumentException if it is shorter
     */
    public static String hash(String token) {
        return HashedToken.hash(token);
    }

    /**
     * Whether everybody shows credentials.
     *
     * @return false for {@link #loopback}
     */
    public boolean asksForCredentials() {
        return !open;
    }

    /**
     * Whether anybody could show credentials that are taken.
     *
     * @return false as long as no token is added
     */
    public boolean hasCredentials() {
        return !credentials.isEmpty();
    }

    /**
     * Who asks.
     *
     * @param token what he shows, empty for nothing
     * @return who that is, if it is somebody
     */
    public Optional<Caller> caller(Optional<String> token) {
        if (open) {
            return Optional.of(new Caller(LOCAL, openRoles));
        }
        // Every one is asked, so that the time taken tells nothing.
        Optional<Caller> caller = Optional.empty();
        for (Credentials each : credentials) {
            Optional<Caller> found = token.flatMap(each::caller);
            caller = caller.isPresent() ? caller : found;
        }
        return caller;
    }

    /**
     * Whether the console may be reached under a name.
     *
     * @param host a name or an address in lower case, without a port
     * @return true for {@code localhost}, addresses, and the names given by {@link #hosts}
     */
    public boolean isHost(String host) {
        return HostNames.isHarmless(host) || hosts.contains(host);
    }

    private Security with(Credentials more) {
        if (open) {
            throw new IllegalArgumentException(
                    "no credentials are asked for on loopback; begin with Security.authenticated()");
        }
        List<Credentials> all = new ArrayList<>(credentials);
        all.add(more);
        return new Security(false, openRoles, all, hosts);
    }
}
