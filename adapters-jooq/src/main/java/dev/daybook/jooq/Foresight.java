package dev.daybook.jooq;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether to take the log to end where it was left, without asking. Where somebody else appends too, that is wrong more often than not
 * and costs a round trip in vain; so a log that has gone on is asked for a while before it is trusted again. And a connection that was
 * idle may have been cut meanwhile: whoever asks first learns that while it is certain that nothing was written.
 */
final class Foresight {

    /** A wrong guess costs about as much as it saves to have guessed right once. */
    private static final int ASKED = 32;

    private static final Duration IDLE = Duration.ofMillis(100);

    private int toAsk;
    private Instant left = Instant.MIN;

    boolean isTrusted(Instant now) {
        return toAsk == 0 && !now.isBefore(left) && Duration.between(left, now).compareTo(IDLE) < 0;
    }

    /** Takes in whether the log was found where it was left. */
    void learn(boolean isWhereLeft) {
        if (!isWhereLeft) {
            toAsk = ASKED;
        } else if (toAsk > 0) {
            toAsk--;
        }
    }

    /** Takes in that the log is left now. */
    void leave(Instant now) {
        left = now;
    }
}
