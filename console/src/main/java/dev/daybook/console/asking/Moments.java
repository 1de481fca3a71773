package dev.daybook.console.asking;

import dev.daybook.console.reading.Moment;
import dev.daybook.console.web.Call;
import dev.daybook.console.web.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads up to where the events of an aggregate count. */
public final class Moments {

    private static final String HAPPENED = "happened";
    private static final String KNOWN = "known";

    private Moments() {}

    /** One moment: the time {@code at}, a {@code position} or a {@code sequence}; now without any. */
    public static Moment one(Call call) {
        return moment(call, "at", "position", "sequence");
    }

    /** The earlier of two moments. */
    public static Moment from(Call call) {
        return moment(call, "from", "from_position", "from_sequence");
    }

    /** The later of two moments; now without any. */
    public static Moment to(Call call) {
        return moment(call, "to", "to_position", "to_sequence");
    }

    private static Moment moment(Call call, String time, String position, String sequence) {
        List<Moment> given = new ArrayList<>();
        boolean known = call.oneOf("as", Set.of(HAPPENED, KNOWN), HAPPENED).equals(KNOWN);
        call.time(time).ifPresent(at -> given.add(timed(at, known)));
        call.text(position)
                .ifPresent(any -> given.add(new Moment.Position(call.number(position, 0, Long.MAX_VALUE, 0))));
        call.text(sequence)
                .ifPresent(any -> given.add(new Moment.Sequence(call.number(sequence, 0, Long.MAX_VALUE, 0))));
        if (given.size() > 1) {
            throw Problem.badRequest("give one of " + time + ", " + position + " and " + sequence);
        }
        return given.isEmpty() ? new Moment.Now() : given.getFirst();
    }

    private static Moment timed(Instant time, boolean known) {
        return known ? new Moment.Known(time) : new Moment.Happened(time);
    }
}
