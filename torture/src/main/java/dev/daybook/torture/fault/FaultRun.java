package dev.daybook.torture.fault;

import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.power.Embedded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Inflicts every fault that an engine can meet, each on a log of its own. */
public final class FaultRun {

    private final Engine engine;
    private final long seed;

    /** Of an engine. */
    public FaultRun(Engine engine, long seed) {
        this.engine = engine;
        this.seed = seed;
    }

    /** The names of the scenarios. */
    public List<String> names() {
        return List.copyOf(scenarios().keySet());
    }

    /**
     * Inflicts all of them.
     *
     * @param watcher is told each verdict
     */
    public void run(Consumer<Verdict> watcher) {
        names().forEach(name -> watcher.accept(run(name)));
    }

    /** Inflicts one. */
    public Verdict run(String name) {
        Inflicted fault = scenarios().get(name);
        if (fault == null) {
            throw new IllegalArgumentException("no scenario is called " + name + "; there are " + names());
        }
        try {
            return new Verdict(name, fault.inflict(engine, new Random(seed ^ name.hashCode())), List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict(name, "interrupted", List.of("interrupted"));
        } catch (Exception | AssertionError e) {
            return new Verdict(name, "see below", List.of(String.valueOf(e)));
        }
    }

    private Map<String, Inflicted> scenarios() {
        Map<String, Inflicted> all = new LinkedHashMap<>();
        all.put("clock jumps", new ClockJumps());
        all.put("disk full", new FullDisk());
        all.put("lock holder stopped", new StoppedHolder());
        if (engine.isServer()) {
            all.put("row changed", new ChangedRow());
            all.put("wire cut", new CutWire());
        } else {
            all.put("page flipped", DamagedFiles.pages());
            all.put("bit flipped", DamagedFiles.bits());
            all.put("file truncated", DamagedFiles.cuts());
        }
        if (engine == Engine.SQLITE) {
            all.put("WAL truncated", new DamagedWal());
            all.put("power loss", new PowerGone(Embedded.SQLITE_FULL, Embedded.SQLITE_NORMAL));
        }
        if (engine == Engine.H2) {
            all.put("power loss", new PowerGone(Embedded.H2_FULL, Embedded.H2_NORMAL));
        }
        return all;
    }
}
