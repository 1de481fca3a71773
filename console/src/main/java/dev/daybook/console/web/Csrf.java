package dev.daybook.console.web;

import dev.daybook.console.security.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a form sends back to show that it is one of the console's own: nobody else can read it, for pages are read by their own site alone. */
final class Csrf {

    /** The field of a form. */
    static final String FIELD = "csrf";

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret = new byte[32];

    Csrf() {
        new SecureRandom().nextBytes(secret);
    }

    String token(Caller caller) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(caller.name().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    void check(Caller caller, Map<String, List<String>> form) {
        String given = form.getOrDefault(FIELD, List.of("")).getFirst();
        byte[] expected = token(caller).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.forbidden(
                    "the form is not one of this console's, or is from before it was started; open the page again");
        }
    }
}
