package dev.daybook.testkit.memory;

import dev.daybook.testkit.contract.StorageFixture;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A storage with one fault.
 *
 * @param fault what is wrong with it
 * @param suite the suite of the contract that is meant for such a fault
 * @param test the test in it that must fail
 * @param fixture how it is opened
 */
record Broken(String fault, String suite, String test, StorageFixture fixture) {

    static Broken log(String fault, String suite, String test, BiFunction<Gate, InstantSource, MemoryLog> log) {
        return storage(fault, suite, test, clock -> {
            Gate gate = new Gate();
            return new InMemoryStorage(
                    gate, log.apply(gate, clock), new MemorySnapshots(gate), new MemoryConsumers(gate, clock));
        });
    }

    static Broken snapshots(String fault, String test, Function<Gate, MemorySnapshots> snapshots) {
        return storage(fault, "Snapshots", test, clock -> {
            Gate gate = new Gate();
            return new InMemoryStorage(
                    gate, new MemoryLog(gate, clock), snapshots.apply(gate), new MemoryConsumers(gate, clock));
        });
    }

    static Broken consumers(String fault, String test, BiFunction<Gate, InstantSource, MemoryConsumers> consumers) {
        return consumers(fault, "ConsumersOfTheLog", test, consumers);
    }

    static Broken consumers(
            String fault, String suite, String test, BiFunction<Gate, InstantSource, MemoryConsumers> consumers) {
        return storage(fault, suite, test, clock -> {
            Gate gate = new Gate();
            return new InMemoryStorage(
                    gate, new MemoryLog(gate, clock), new MemorySnapshots(gate), consumers.apply(gate, clock));
        });
    }

    static Broken storage(String fault, String suite, String test, Function<InstantSource, InMemoryStorage> storage) {
        return new Broken(fault, suite, test, StorageFixture.inMemory(storage::apply, "memory:"));
    }

    @Override
    public String toString() {
        return fault;
    }
}
