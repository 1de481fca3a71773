package dev.daybook.console.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signed tokens (RFC 7519) of one issuer, for one audience. Only signatures by public keys are taken. */
final class IssuedTokens implements Credentials {

    private static final System.Logger LOG = System.getLogger(Security.class.getName());

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String rolesClaim;

    IssuedTokens(String issuer, String audience, URI keys, String rolesClaim) {
        this.rolesClaim = rolesClaim;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source(keys)));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")));
    }

    private static JWKSource<SecurityContext> source(URI keys) {
        try {
            return JWKSourceBuilder.create(keys.toURL()).retrying(true).build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the keys of the issuer cannot be fetched from " + keys + "; give an http(s) URL", e);
        }
    }

    @Override
    public Optional<Caller> caller(String token) {
        // A JWT has two dots; anything else is no reason to fetch keys.
        if (token.chars().filter(c -> c == '.').count() != 2) {
            return Optional.empty();
        }
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return Optional.of(new Caller(
                    claims.getSubject(),
                    roles(claims),
                    Optional.of(claims.getExpirationTime().toInstant())));
        } catch (com.nimbusds.jose.proc.BadJOSEException | ParseException refused) {
            return Optional.empty();
        } catch (com.nimbusds.jose.JOSEException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "a token could not be looked at", unreachable);
            return Optional.empty();
        }
    }

    private Set<Role> roles(JWTClaimsSet claims) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        @Nullable Object claim = claims.getClaim(rolesClaim);
        if (claim instanceof Collection<?> words) {
            for (Role role : Role.values()) {
                if (words.contains(role.name().toLowerCase(Locale.ROOT))) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }
}
