package dev.daybook.testkit.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a failed scenario from its beginning. */
final class Report {

    private static final String NEXT = System.lineSeparator();
    private static final String INDENT = "    ";

    private final String aggregate;
    private final List<?> given;
    private final @Nullable Object command;

    Report(String aggregate, List<?> given) {
        this(aggregate, given, null);
    }

    private Report(String aggregate, List<?> given, @Nullable Object command) {
        this.aggregate = aggregate;
        this.given = given;
        this.command = command;
    }

    Report when(Object newCommand) {
        return new Report(aggregate, given, newCommand);
    }

    AssertionError failure(String what, Object expected, Object found) {
        StringBuilder text = new StringBuilder(aggregate)
                .append(": another outcome than expected")
                .append(NEXT);
        section(text, "given", given);
        if (command != null) {
            section(text, "when", command);
        }
        Object comparable = what.equals("rejection") && !(expected instanceof Answers.Rejected)
                ? new Answers.Rejected(expected)
                : expected;
        section(text, "expected " + what, comparable);
        section(text, "found", found);
        List<String> differences = Differences.between(comparable, found);
        if (!differences.isEmpty()) {
            text.append("difference").append(NEXT);
            differences.forEach(line -> text.append(INDENT).append(line).append(NEXT));
        }
        return new AssertionError(text.toString().stripTrailing());
    }

    private static void section(StringBuilder text, String title, Object content) {
        text.append(title).append(NEXT);
        if (content instanceof List<?> list) {
            if (list.isEmpty()) {
                text.append(INDENT).append("nothing").append(NEXT);
            }
            for (int i = 0; i < list.size(); i++) {
                text.append(INDENT)
                        .append(i + 1)
                        .append(". ")
                        .append(list.get(i))
                        .append(NEXT);
            }
        } else {
            text.append(INDENT).append(content).append(NEXT);
        }
    }
}
