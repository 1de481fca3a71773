package dev.daybook.cli.doctor;

import dev.daybook.core.consumer.DeadLetters;
import dev.daybook.core.consumer.ParkedEvent;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.storage.Storage;
import java.util.List;

/** Whether what follows the log can have followed this one. */
final class Followers {

    private Followers() {}

    static Check check(Storage storage, StateCodec states) {
        Check check = new Check("consumers");
        DeadLetters letters = new DeadLetters(storage, states);
        List<ConsumerState> all = storage.consumers().all();
        // Behind the consumers: it only grows meanwhile.
        long head = storage.log().head();
        for (ConsumerState one : all) {
            if (one.checkpoint() > head) {
                check.fault(
                        one.name() + " has handled the log up to position " + one.checkpoint()
                                + ", but its last one is " + head
                                + ": the log was restored from an older backup than the consumer knew;"
                                + " what comes next would be passed over, so build its view anew under another name or version");
            }
            List<ParkedEvent> parked = letters.of(one.name());
            parked(check, parked, one.name(), head);
            if (one.checkpoint() < head || !parked.isEmpty()) {
                check.note(one.name() + ", at position " + one.checkpoint() + " of " + head + " with " + parked.size()
                        + " parked events, " + Diagnosis.of(one, head, parked.size()));
            }
        }
        check.summary(all.size() + " that follow the log");
        return check;
    }

    private static void parked(Check check, List<ParkedEvent> parked, String name, long head) {
        parked.stream()
                .filter(event -> event.position() > head)
                .forEach(event -> check.fault(name + " has parked an event at position " + event.position()
                        + ", but the last one is at " + head));
    }
}
