package dev.daybook.torture.fault;

import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Site;
import java.util.Random;

/** A fault, and what must hold while it lasts and when it is over. */
@FunctionalInterface
interface Inflicted {

    /**
     * Inflicts it.
     *
     * @return what was seen, in words
     * @throws AssertionError if anything is not as it must be
     */
    String on(Trial trial) throws Exception;

    /** Inflicts it on a log of its own. */
    default String inflict(Engine engine, Random random) throws Exception {
        try (Site site = Site.of(engine)) {
            return on(new Trial(site, random));
        }
    }
}
