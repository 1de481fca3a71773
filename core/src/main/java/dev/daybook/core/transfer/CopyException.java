package dev.daybook.core.transfer;

import dev.daybook.ports.DaybookException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target of a copy holds something else than its source. */
public final class CopyException extends DaybookException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable LogDifference difference;

    CopyException(LogDifference difference) {
        super(
                "the target is not a copy of the source: " + difference.describe()
                        + " (the source is the first log, the target the second). Copy into an empty storage, or into one that holds"
                        + " the beginning of this history and nothing else",
                null);
        this.difference = difference;
    }

    CopyException(LogDigest source, LogDigest target) {
        super(
                "the source was read with the digest " + source.hex() + " and the target with " + target.hex()
                        + ", but they are equal when they are read again. Check the digest of both once more",
                null);
        this.difference = null;
    }

    /**
     * Where the two logs part.
     *
     * @return the first difference, nothing if it was gone when it was looked for
     */
    public Optional<LogDifference> difference() {
        return Optional.ofNullable(difference);
    }
}
