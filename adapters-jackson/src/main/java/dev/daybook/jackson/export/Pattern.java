package dev.daybook.jackson.export;

import java.util.ArrayList;
import java.util.List;

/** A JSON pointer with wildcards: {@code *} is one step, {@code **} any number of steps. */
record Pattern(List<String> steps) {

    static final String ONE = "*";
    static final String MANY = "**";

    static Pattern parse(String pointer) {
        if (pointer.isEmpty()) {
            return new Pattern(List.of());
        }
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("path " + pointer
                    + " does not begin with a slash; write it as a JSON pointer " + "such as /owner/address");
        }
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return new Pattern(List.copyOf(steps));
    }

    boolean matches(List<String> path) {
        return matches(0, path, 0);
    }

    private boolean matches(int step, List<String> path, int at) {
        if (step == steps.size()) {
            return at == path.size();
        }
        if (steps.get(step).equals(MANY)) {
            return matches(step + 1, path, at) || (at < path.size() && matches(step, path, at + 1));
        }
        return at < path.size()
                && (steps.get(step).equals(ONE) || steps.get(step).equals(path.get(at)))
                && matches(step + 1, path, at + 1);
    }

    static String pointer(List<String> path) {
        StringBuilder pointer = new StringBuilder();
        for (String step : path) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
