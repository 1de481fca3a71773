package dev.daybook.cli.command;

import dev.daybook.cli.time.Times;
import dev.daybook.console.reading.Moment;
import java.util.regex.Pattern;

/** Up to where the events of an aggregate count, as it is typed: a position in digits, or a time. */
record Point(Moment moment) {

    /** All there are. */
    static final Point END = new Point(new Moment.Now());

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    static Point parse(String text, Times times) {
        return new Point(
                POSITION.matcher(text).matches()
                        ? new Moment.Position(Long.parseLong(text))
                        : new Moment.Happened(times.parse(text).time()));
    }

    /** The same, with a time as that of recording: what was known then. */
    Moment known() {
        return moment instanceof Moment.Happened(var time) ? new Moment.Known(time) : moment;
    }
}
