package dev.daybook.ports.storage;

import dev.daybook.ports.DaybookException;
import org.jspecify.annotations.Nullable;

/**
 * A storage cannot do its work; the fault says why, the message what to do. An append that throws it has written nothing, unless
 * the fault is {@link Fault#UNKNOWN}: then appending the same events again, with the same ids, answers what became of them.
 */
public final class StorageException extends DaybookException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /**
     * For a storage to throw.
     *
     * @param fault the kind of fault
     * @param message which storage, what is wrong with it and what to do
     * @param cause the engine's own exception, if there is one
     */
    public StorageException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /**
     * The kind of fault.
     *
     * @return what keeps the storage from its work
     */
    public Fault fault() {
        return fault;
    }
}
