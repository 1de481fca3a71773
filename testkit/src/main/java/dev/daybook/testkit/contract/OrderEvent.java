package dev.daybook.testkit.contract;

import java.time.Instant;

/** What has happened to an order. */
sealed interface OrderEvent extends Buying.Told {

    /** It is to be paid from a purse, with a fee from another. */
    record Wanted(String order, long amount) implements OrderEvent {}

    /** Nothing. */
    record Ticked() implements OrderEvent {}

    record CalledOff(String order) implements OrderEvent {}

    /** Somebody asks for another time to wait. */
    record Postponed(String order, Instant until) implements OrderEvent {}
}
