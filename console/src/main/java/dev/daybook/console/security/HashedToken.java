package dev.daybook.console.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** A token of which only the hash is known. It is random and long, so that a plain hash cannot be turned back. */
final class HashedToken implements Credentials {

    private static final int SHORTEST = 20;
    private static final int DIGITS = 64;

    private final Caller caller;
    private final byte[] hash;

    private HashedToken(Caller caller, byte[] hash) {
        this.caller = caller;
        this.hash = hash;
    }

    static HashedToken of(String name, String sha256, Role... roles) {
        if (sha256.length() != DIGITS || !sha256.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("the hash of the token of " + name
                    + " has not 64 hexadecimal digits; give what Security.hash(token) gives");
        }
        if (roles.length == 0) {
            throw new IllegalArgumentException("the token of " + name + " has no role; give at least one");
        }
        return new HashedToken(new Caller(name, Set.of(roles)), HexFormat.of().parseHex(sha256));
    }

    static String hash(String token) {
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException("a token of " + token.length()
                    + " characters can be guessed; give at least " + SHORTEST + " random ones");
        }
        return HexFormat.of().formatHex(sha256(token));
    }

    @Override
    public Optional<Caller> caller(String token) {
        return MessageDigest.isEqual(hash, sha256(token)) ? Optional.of(caller) : Optional.empty();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
