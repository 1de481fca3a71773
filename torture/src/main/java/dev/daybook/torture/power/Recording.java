package dev.daybook.torture.power;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a process did to the files of a folder and told meanwhile, in the order in which it began. */
record Recording(Path folder, List<Step> steps) {

    private static final String UNFINISHED = " <unfinished ...>";
    private static final String RESUMED = " resumed>";

    private record Open(String text, int begun) {}

    /** Reads what strace wrote with {@code -f -y -xx}. */
    static Recording read(Path trace, Path folder) throws IOException {
        List<Step> steps = new ArrayList<>();
        Map<String, Open> open = new HashMap<>();
        int moment = 0;
        try (BufferedReader lines = Files.newBufferedReader(trace)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                moment++;
                int space = line.indexOf(' ');
                String thread = line.substring(0, space);
                String call = line.substring(space).strip();
                if (call.endsWith(UNFINISHED)) {
                    open.put(thread, new Open(call.substring(0, call.length() - UNFINISHED.length()), moment));
                    continue;
                }
                Open begun = call.startsWith("<... ") ? open.remove(thread) : null;
                String whole = begun == null ? call : begun.text + rest(call);
                Optional<Effect> effect = TraceLine.parse(whole).flatMap(parsed -> parsed.effect(folder));
                if (effect.isPresent()) {
                    steps.add(new Step(effect.get(), begun == null ? moment : begun.begun, moment));
                }
            }
        }
        steps.sort(Comparator.comparingInt(Step::begun));
        return new Recording(folder, List.copyOf(steps));
    }

    private static String rest(String resumed) {
        return resumed.substring(resumed.indexOf(RESUMED) + RESUMED.length());
    }

    /** The lines that were told before a moment. */
    List<String> told(int moment) {
        return steps.stream()
                .filter(step -> step.done() < moment)
                .map(Step::effect)
                .filter(Effect.Told.class::isInstance)
                .map(effect -> ((Effect.Told) effect).line().strip())
                .toList();
    }

    /** One moment behind the last. */
    int end() {
        return steps.stream().mapToInt(Step::done).max().orElse(0) + 1;
    }
}
