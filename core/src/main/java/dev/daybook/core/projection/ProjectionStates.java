package dev.daybook.core.projection;

import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.storage.Storage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The views of every projection that was ever kept on a log, without the code of any of them. */
public final class ProjectionStates {

    private static final Pattern NAME = Pattern.compile(
            "(?<name>.+)@(?<version>\\d{1,9})(?<inline>" + Pattern.quote(InlineProjector.SUFFIX) + ")?",
            Pattern.DOTALL);

    private final Storage storage;
    private final Registry registry;

    /**
     * Of one log.
     *
     * @param storage where it is
     * @param states reads what is kept beside the views
     */
    public ProjectionStates(Storage storage, StateCodec states) {
        this.storage = storage;
        this.registry = new Registry(storage.views(), states);
    }

    /**
     * Every version of every view.
     *
     * @return their states, by name
     */
    public List<ProjectionState> all() {
        return storage.consumers().all().stream()
                .flatMap(consumer -> state(consumer).stream())
                .toList();
    }

    private Optional<ProjectionState> state(ConsumerState consumer) {
        Matcher parts = NAME.matcher(consumer.name());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group("name");
        int version = Integer.parseInt(parts.group("version"));
        return Optional.of(new ProjectionState(
                name,
                version,
                parts.group("inline") != null,
                registry.served(name)
                        .filter(served -> served.version() == version)
                        .isPresent(),
                registry.builtBy(consumer.name()).equals(Optional.of(BuiltBy.NOBODY)),
                consumer.checkpoint(),
                consumer.movedAt(),
                !consumer.isFree()));
    }
}
