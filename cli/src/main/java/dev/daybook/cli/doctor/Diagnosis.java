package dev.daybook.cli.doctor;

import dev.daybook.ports.consumer.ConsumerState;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of a consumer, as far as the storage tells. */
public final class Diagnosis {

    private Diagnosis() {}

    /**
     * In words, to be put behind its name.
     *
     * @param state how far it has come
     * @param head the log's last position
     * @param parked how many events it has parked
     * @return half a sentence
     */
    public static String of(ConsumerState state, long head, long parked) {
        List<String> words = new ArrayList<>();
        if (state.checkpoint() > head) {
            words.add("is beyond the log's end: daybook doctor says more");
        } else if (state.checkpoint() == head) {
            words.add("has handled everything");
        } else if (state.isFree()) {
            words.add("is behind, and nobody runs it: start the service that does");
        } else {
            words.add("is behind, and somebody runs it: if it does not move, its service says why");
        }
        if (parked > 0) {
            words.add("has parked events: daybook dead-letters list");
        }
        return String.join("; ", words);
    }
}
