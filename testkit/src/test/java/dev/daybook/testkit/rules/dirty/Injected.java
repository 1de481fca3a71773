package dev.daybook.testkit.rules.dirty;

import com.google.inject.Inject;
import com.google.inject.Injector;

/** Knows a framework, by an annotation and by a call. */
final class Injected {

    private final Injector injector;

    @Inject
    Injected(Injector injector) {
        this.injector = injector;
    }

    String rate() {
        return injector.getInstance(String.class);
    }
}
