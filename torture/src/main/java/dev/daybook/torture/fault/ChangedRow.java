package dev.daybook.torture.fault;

import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Shell;

/** An administrator takes a server's guards away and changes one byte of one event; its checksum gives that away. */
final class ChangedRow implements Inflicted {

    private static final int APPENDS = 20;

    @Override
    public String on(Trial trial) {
        try (Storage storage = trial.site().open()) {
            trial.fill(storage, APPENDS);
            int position = 1 + trial.random().nextInt(trial.told().size());
            change(trial, position);
            StorageException damaged = Trial.refused(() -> count(storage), Fault.DAMAGED);
            Trial.require(
                    String.valueOf(damaged.getMessage()).contains("position " + position),
                    "it does not name position " + position + ": " + damaged);
            change(trial, position);
            trial.check(storage);
            trial.fill(storage, 1);
            trial.check(storage);
            return "position " + position + " named as damaged and not served; changed back, all is well";
        }
    }

    private static long count(Storage storage) {
        try (EventCursor cursor = storage.log().read(Query.all(), Range.all())) {
            return cursor.stream().count();
        }
    }

    /** Does and undoes it. */
    private static void change(Trial trial, long position) {
        try (Shell shell = Shell.on(trial.site())) {
            if (trial.site().engine() == Engine.POSTGRESQL) {
                shell.execute("alter table event_log disable trigger user");
                shell.execute("update event_log set payload = set_byte(payload, 3, get_byte(payload, 3) # 1)"
                        + " where position = " + position);
                shell.execute("alter table event_log enable trigger user");
            } else {
                shell.execute("drop trigger if exists event_log_update");
                shell.execute("update event_log set payload ="
                        + " insert(payload, 3, 1, char(ord(substr(payload, 3, 1)) ^ 1)) where position = " + position);
            }
        }
    }
}
