package dev.daybook.console.web;

import dev.daybook.console.security.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has shown his token in a browser, which cannot send it by itself. Kept in memory alone, each for some time, and never longer than the
 * token says.
 */
public final class Sessions {

    private static final String COOKIE = "daybook_session";
    private static final long LASTS_NANOS = Duration.ofHours(1).toNanos();
    private static final int MOST = 10_000;
    private static final int ID_BYTES = 32;

    private record Session(Caller caller, long began) {

        boolean isOver(long now) {
            return now - began > LASTS_NANOS
                    || caller.until()
                            .filter(end -> !Instant.now().isBefore(end))
                            .isPresent();
        }
    }

    private final SecureRandom random = new SecureRandom();

    /** Oldest first, which are the first to end. */
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /** The value of Set-Cookie for somebody who has shown his token. */
    public synchronized String begin(Caller caller, Call call) {
        long now = System.nanoTime();
        sessions.values().removeIf(session -> session.isOver(now));
        if (sessions.size() >= MOST) {
            throw Problem.tooMany("too many people are signed in at this moment");
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String text = HexFormat.of().formatHex(id);
        sessions.put(text, new Session(caller, now));
        return cookie(text, call);
    }

    /** The value of Set-Cookie for somebody who leaves; all his sessions end. */
    public synchronized String end(Call call) {
        sessions.values()
                .removeIf(
                        session -> session.caller().name().equals(call.caller().name()));
        return cookie("", call) + "; Max-Age=0";
    }

    private static String cookie(String value, Call call) {
        String secure = "https".equals(call.headers().get(Dispatcher.SCHEME)) ? "; Secure" : "";
        return COOKIE + "=" + value + "; Path=" + call.base() + "/; HttpOnly; SameSite=Strict" + secure;
    }

    synchronized Optional<Caller> find(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            Session session = cookie.getName().equals(COOKIE) ? sessions.get(cookie.getValue()) : null;
            if (session != null && !session.isOver(System.nanoTime())) {
                return Optional.of(session.caller());
            }
        }
        return Optional.empty();
    }
}
