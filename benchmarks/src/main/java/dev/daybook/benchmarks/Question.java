package dev.daybook.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What somebody asks a console.
 *
 * @param what it in words
 * @param query the filter, another one for each number, so that nothing is answered from what the last one found
 */
record Question(String what, LongFunction<String> query) {

    /** What narrows the events of a desk of so many orders: much, little and not at all. */
    static List<Question> filters(long orders) {
        return List.of(
                new Question("no filter", n -> ""),
                new Question("an aggregate of few events", n -> "aggregate=order_" + any(n, orders)),
                new Question("an aggregate of many", n -> "aggregate=wallet_" + any(n, DeskTrading.TRADERS)),
                new Question("a frequent type", n -> "type=order_placed"),
                new Question("a rare type", n -> "type=" + DeskTrading.RARE_TYPE),
                new Question("two types", n -> "type=order_placed&type=" + DeskTrading.RARE_TYPE),
                new Question("an hour", n -> times(n, orders, Duration.ofHours(1))),
                new Question("a day", n -> times(n, orders, Duration.ofDays(1))),
                new Question("a frequent actor", n -> "actor=" + any(n, DeskTrading.TRADERS)),
                new Question("a rare actor", n -> "actor=" + DeskTrading.RARE_ACTOR),
                new Question("a frequent tag", n -> "tag=symbol:" + any(n, DeskTrading.SYMBOLS)),
                new Question("a rare tag", n -> "tag=" + DeskTrading.RARE_TAG),
                new Question("actor and type", n -> "type=position_closed&actor=" + any(n, DeskTrading.TRADERS)),
                new Question(
                        "aggregate, actor and a day",
                        n -> "actor=clearing&aggregate=" + DeskLog.WALLET + "&" + times(n, orders, Duration.ofDays(1))),
                new Question(
                        "a rare tag in an hour",
                        n -> "tag=" + DeskTrading.RARE_TAG + "&" + times(n, orders, Duration.ofHours(1))),
                new Question("nothing: an actor of another type", n -> "type=setting_changed&actor=clearing"),
                new Question("nothing: an unknown actor", n -> "actor=nobody" + n),
                new Question("a frequent text", n -> "text=" + any(n, DeskTrading.SYMBOLS)),
                new Question("a rare text", n -> "text=" + encoded(DeskTrading.RARE_TEXT)),
                new Question("a text that is nowhere", n -> "text=nowhere" + n),
                new Question("a text in an hour", n -> "text=nowhere&" + times(n, orders, Duration.ofHours(1))),
                new Question("a text of an actor", n -> "text=nowhere&actor=" + any(n, DeskTrading.TRADERS)));
    }

    /** A stretch of time anywhere in the log. */
    private static String times(long number, long orders, Duration length) {
        Instant from = DeskTrading.START.plus(DeskTrading.APART.multipliedBy(any(number, orders) * DeskTrading.EACH));
        return "from=" + from + "&to=" + from.plus(length);
    }

    private static String any(long number, List<String> of) {
        return of.get((int) any(number, of.size()));
    }

    /** Numbers next to each other give some that are far from each other. */
    static long any(long number, long below) {
        return Math.floorMod((number * 0x9E3779B97F4A7C15L) >>> 7, below);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
