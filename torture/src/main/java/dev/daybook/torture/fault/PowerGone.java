package dev.daybook.torture.fault;

import dev.daybook.torture.power.Embedded;
import dev.daybook.torture.power.PowerLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The power goes, at many moments of a recorded writer and with many outcomes, in each mode of an embedded engine. */
final class PowerGone implements Inflicted {

    private static final int DISKS = 200;

    private final List<Embedded> modes;

    PowerGone(Embedded... modes) {
        this.modes = List.of(modes);
    }

    @Override
    public String on(Trial trial) throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        for (Embedded mode : modes) {
            PowerLoss.Findings found = new PowerLoss(mode, trial.random().nextLong())
                    .run(Files.createDirectory(trial.site().folder().resolve(mode.name())), DISKS);
            Trial.require(found.failures().isEmpty(), mode + ": " + found.failures());
            told.add("%s: %d disks, at most %d of %d acknowledged appends gone, %d disks refused"
                    .formatted(mode, found.disks(), found.mostLost(), found.acknowledged(), found.refused()));
        }
        return String.join("; ", told);
    }
}
