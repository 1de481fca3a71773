package dev.daybook.core.consumer;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.storage.Storage;
import java.time.InstantSource;

/**
 * What all consumers of one log share. {@link dev.daybook.core.Daybook} puts it together.
 *
 * @param storage the log and what is kept beside it
 * @param states writes and reads what is parked
 * @param leases the leases of this process
 * @param clock says what time it is
 */
public record ConsumerParts(Storage storage, StateCodec states, Leases leases, InstantSource clock) {}
