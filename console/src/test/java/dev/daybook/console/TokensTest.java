package dev.daybook.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.daybook.console.Shop.Event.Ordered;
import dev.daybook.console.security.Role;
import dev.daybook.console.security.Security;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an issuer, and signing in with one. */
class TokensTest {

    private static final String ISSUER = "https://issuer.example";
    private static final String PLAIN = "a-token-of-one-auditor-0123456789";

    @TempDir
    private Path folder;

    private final ECKey key = generated("k1");
    private HttpServer issuer;
    private Shop shop;

    private static ECKey generated(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        URI keysAt = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
        Security security = Security.authenticated()
                .token("vera", Security.hash(PLAIN), Role.AUDITOR)
                .issuer(ISSUER, "daybook", keysAt, "roles");
        shop = new Shop(folder, builder -> builder.security(security));
        shop.record(new Ordered("lamp", 3, "Ada"), "order_1", "alice", 0);
    }

    @AfterEach
    void close() {
        shop.close();
        issuer.stop(0);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("daybook")
                .subject("ann")
                .claim("roles", List.of("auditor", "nonsense"))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(JWTClaimsSet claims, ECKey by) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(by.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(by));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status(String path, String token) {
        return shop.client.get(path, "Authorization", "Bearer " + token).statusCode();
    }

    @Test
    void a_token_of_the_issuer_gives_its_roles_and_its_bearer_is_recorded() {
        String token = signed(claims().build(), key);

        assertThat(status("/api/v1/events", token)).isEqualTo(200);
        assertThat(status("/api/v1/export", token)).isEqualTo(200);
        assertThat(status("/api/v1/projections/comparison?view=a", token)).isEqualTo(403);
        assertThat(shop.client
                        .json("/api/v1/events?aggregate=daybook_console", "Authorization", "Bearer " + token)
                        .get("events")
                        .get(0)
                        .get("actor")
                        .asString())
                .isEqualTo("ann");
    }

    @Test
    void any_other_token_is_refused() throws JOSEException {
        assertThat(status(
                        "/api/v1/events",
                        signed(claims().issuer("https://other.example").build(), key)))
                .isEqualTo(401);
        assertThat(status("/api/v1/events", signed(claims().audience("other").build(), key)))
                .isEqualTo(401);
        assertThat(status("/api/v1/events", signed(claims().subject(null).build(), key)))
                .isEqualTo(401);
        assertThat(status("/api/v1/events", signed(claims().expirationTime(null).build(), key)))
                .isEqualTo(401);
        Date longAgo = Date.from(Instant.now().minusSeconds(3_600));
        assertThat(status(
                        "/api/v1/events",
                        signed(claims().expirationTime(longAgo).build(), key)))
                .isEqualTo(401);
        assertThat(status("/api/v1/events", signed(claims().build(), generated("k1"))))
                .isEqualTo(401);
        assertThat(status("/api/v1/events", signed(claims().build(), generated("k2"))))
                .isEqualTo(401);
        assertThat(status("/api/v1/events", new PlainJWT(claims().build()).serialize()))
                .isEqualTo(401);
        SignedJWT mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        mac.sign(new MACSigner(key.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(status("/api/v1/events", mac.serialize())).isEqualTo(401);
        assertThat(status("/api/v1/events", "a.b.c")).isEqualTo(401);
        assertThat(status(
                        "/api/v1/events",
                        signed(claims().claim("roles", "viewer").build(), key)))
                .as("known, but without a role")
                .isEqualTo(403);
    }

    @Test
    void people_sign_in_with_a_token_and_leave_again() {
        HttpResponse<String> refused = shop.client.get("/", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("href=\"/login\"");
        HttpResponse<String> wrong = form("/login", "csrf=" + csrf() + "&token=wrong");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(form("/login", "token=" + PLAIN).statusCode())
                .as("not a form of the console")
                .isEqualTo(403);

        HttpResponse<String> in = form("/login", "csrf=" + csrf() + "&token=" + PLAIN);
        assertThat(in.statusCode()).isEqualTo(303);
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        String session = cookie.substring(0, cookie.indexOf(';'));
        HttpResponse<String> page = shop.client.get("/", "Cookie", session);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("vera");
        assertThat(shop.client.get("/", "Cookie", session.replace('=', '_')).statusCode())
                .isEqualTo(401);

        Matcher token = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        assertThat(form("/logout", "csrf=" + token.group(1), "Cookie", session).statusCode())
                .isEqualTo(303);
        assertThat(shop.client.get("/", "Cookie", session).statusCode()).isEqualTo(401);
    }

    /** The token itself is taken a minute longer, as the clocks of two machines differ. */
    @Test
    void who_has_signed_in_is_out_when_the_token_ends() {
        String lasting = signed(claims().build(), key);
        String ended = signed(
                claims().expirationTime(Date.from(Instant.now().minusSeconds(5)))
                        .build(),
                key);

        assertThat(shop.client.get("/", "Cookie", session(lasting)).statusCode())
                .isEqualTo(200);
        assertThat(shop.client.get("/", "Cookie", session(ended)).statusCode()).isEqualTo(401);
        assertThat(status("/api/v1/events", ended)).isEqualTo(200);
    }

    private String session(String token) {
        HttpResponse<String> in = form("/login", "csrf=" + csrf() + "&token=" + token);
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private String csrf() {
        Matcher field = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"")
                .matcher(shop.client.get("/login").body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private HttpResponse<String> form(String path, String body, String... headers) {
        return shop.client.send(shop.client
                .request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
