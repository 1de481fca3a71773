package dev.daybook.core.snapshot;

import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.core.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Identifies the fold that made a snapshot, so that changed code never loads a stale state: SHA-256 over the fold's name, its
 * declared version and the shape of its state (record components, sealed types, enums and fields, all the way down).
 *
 * <p>Renaming or moving the state's record does not matter. The simple name of the fold does, because two folds over the same
 * events can have states of one shape that mean different things; after a rename, states are folded once from the first event.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * The fingerprint of an aggregate's fold.
     *
     * @param aggregate the fold
     * @return 64 hexadecimal digits
     */
    public static String of(Aggregate<?, ?, ?, ?> aggregate) {
        return of(aggregate.getClass().getSimpleName(), aggregate.foldVersion(), aggregate.stateClass());
    }

    /**
     * The fingerprint of any fold.
     *
     * @param name the fold's name
     * @param version its declared version
     * @param stateClass the class of its state
     * @return 64 hexadecimal digits
     */
    public static String of(String name, int version, Class<?> stateClass) {
        String text = name + '\n' + version + '\n' + Shape.of(stateClass);
        MessageDigest digest = Sha256.begin();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
