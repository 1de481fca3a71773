package dev.daybook.testkit.rules.dirty;

import dev.daybook.fakedb.FakeAdapter;

/** Names an adapter. */
final class AdapterUser {

    FakeAdapter open() {
        return new FakeAdapter("fake:");
    }
}
