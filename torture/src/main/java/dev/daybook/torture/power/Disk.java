package dev.daybook.torture.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a disk holds of a recording after the power went at one moment. What a sync was asked for after it was written, and
 * answered, is there; what becomes of the rest is a {@link Fate}.
 *
 * <p>Taken for granted, as ext4, XFS and Btrfs do: a synced file can be found by its name, and changes to names survive in their
 * order.
 */
final class Disk {

    /** A file's content, whatever its name. */
    private static final class Content {
        private final List<Step> changes = new ArrayList<>();
        private int syncedAt = -1;

        boolean isSynced(Step change) {
            return change.done() <= syncedAt;
        }
    }

    /** A name leads to a content from now on, or to none. */
    private record Naming(String path, @Nullable Content content, int done) {}

    private final Recording recording;
    private final int moment;
    private final Map<String, Content> seen = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();
    private int namesSyncedAt = -1;

    /** The disk when the power goes at a moment of a recording. */
    Disk(Recording recording, int moment) {
        this.recording = recording;
        this.moment = moment;
        for (Step step : recording.steps()) {
            if (step.begun() < moment) {
                take(step);
            }
        }
    }

    private void take(Step step) {
        switch (step.effect()) {
            case Effect.Wrote wrote -> content(wrote.path()).changes.add(step);
            case Effect.Cut cut -> content(cut.path()).changes.add(step);
            case Effect.Synced synced -> sync(synced.path(), step);
            case Effect.Created created -> {
                if (!seen.containsKey(created.path())) {
                    name(created.path(), new Content(), step);
                }
            }
            case Effect.Removed removed -> name(removed.path(), null, step);
            case Effect.Renamed renamed -> {
                Content moved = content(renamed.path());
                name(renamed.to(), moved, step);
                name(renamed.path(), null, step);
            }
            case Effect.Linked linked -> name(linked.to(), content(linked.path()), step);
            case Effect.Told told -> {}
        }
    }

    private Content content(String path) {
        Content content = seen.get(path);
        if (content == null) {
            throw new IllegalStateException("the recording changes " + path + ", which nobody has made");
        }
        return content;
    }

    private void name(String path, @Nullable Content content, Step step) {
        namings.add(new Naming(path, content, step.done()));
        if (content == null) {
            seen.remove(path);
        } else {
            seen.put(path, content);
        }
    }

    private void sync(String path, Step step) {
        if (step.done() >= moment) {
            return;
        }
        Content content = seen.get(path);
        if (content != null) {
            content.syncedAt = Math.max(content.syncedAt, step.begun());
        }
        namesSyncedAt = Math.max(namesSyncedAt, step.begun());
    }

    /** How many sectors of all files were written and not synced. */
    long unsyncedSectors() {
        return seen.values().stream()
                .distinct()
                .flatMap(content -> content.changes.stream().filter(change -> !content.isSynced(change)))
                .mapToLong(change -> change.effect() instanceof Effect.Wrote wrote
                        ? (wrote.bytes().length + Fate.SECTOR - 1) / Fate.SECTOR
                        : 0)
                .sum();
    }

    /** Writes the files that a fate leaves into a folder, under the names they had in theirs. */
    void put(Path folder, Fate fate) throws IOException {
        long synced =
                namings.stream().filter(naming -> naming.done <= namesSyncedAt).count();
        int kept = (int) synced + fate.names(namings.size() - (int) synced);
        Map<String, Content> names = new LinkedHashMap<>();
        for (Naming naming : namings.subList(0, kept)) {
            if (naming.content == null) {
                names.remove(naming.path);
            } else {
                names.put(naming.path, naming.content);
            }
        }
        for (Map.Entry<String, Content> name : names.entrySet()) {
            Path file = folder.resolve(recording.folder().relativize(Path.of(name.getKey())));
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(name.getValue(), fate));
        }
    }

    private static byte[] bytes(Content content, Fate fate) {
        Bytes bytes = new Bytes();
        for (Step change : content.changes) {
            boolean synced = content.isSynced(change);
            switch (change.effect()) {
                case Effect.Wrote wrote -> write(bytes, wrote, synced, fate);
                case Effect.Cut cut -> {
                    if (synced || fate.keepsLength()) {
                        bytes.cut(Math.toIntExact(cut.length()));
                    }
                }
                default -> throw new IllegalStateException("not a change of content: " + change);
            }
        }
        return bytes.toArray();
    }

    private static void write(Bytes bytes, Effect.Wrote wrote, boolean synced, Fate fate) {
        int offset = Math.toIntExact(wrote.offset());
        int at = 0;
        while (at < wrote.bytes().length) {
            int count = Math.min(Fate.SECTOR - (offset + at) % Fate.SECTOR, wrote.bytes().length - at);
            if (synced || fate.keepsSector()) {
                bytes.put(offset + at, wrote.bytes(), at, count);
            }
            at += count;
        }
    }
}
