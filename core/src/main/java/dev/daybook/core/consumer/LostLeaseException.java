package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.Lease;

/** Somebody else has the lease: nothing was kept. */
final class LostLeaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Lease lease;

    LostLeaseException(Lease lease) {
        super("the lease of " + lease.consumer() + " is lost");
        this.lease = lease;
    }

    Lease lease() {
        return lease;
    }
}
