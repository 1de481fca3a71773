package dev.daybook.console.security;

import java.util.Optional;

/** One way to know somebody by a token. */
interface Credentials {

    /** Who bears the token, if this knows him; never throws for what is in the token. */
    Optional<Caller> caller(String token);
}
