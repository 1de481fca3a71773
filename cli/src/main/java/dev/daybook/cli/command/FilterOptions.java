package dev.daybook.cli.command;

import dev.daybook.cli.time.GivenTime;
import dev.daybook.core.audit.AuditFilter;
import dev.daybook.ports.event.Metadata;
import dev.daybook.ports.event.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which events: all that is named must hold. */
final class FilterOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-a", "--aggregate"},
            paramLabel = "ID",
            description = "Events of this aggregate; given again, of any of these.")
    private List<String> aggregates = List.of();

    @Option(
            names = {"-t", "--type"},
            paramLabel = "TYPE",
            description = "Events of this type, such as order_placed; given again, of any of these.")
    private List<String> types = List.of();

    @Option(names = "--actor", paramLabel = "NAME", description = "Events that this actor has brought about.")
    private @Nullable String actor;

    @Option(
            names = "--tag",
            paramLabel = "KEY:VALUE",
            description = "Events with this tag; given again, with all of these.")
    private List<String> tags = List.of();

    @Option(names = "--correlation", paramLabel = "ID", description = "Events of this larger piece of work.")
    private @Nullable String correlation;

    @Option(
            names = "--metadata",
            paramLabel = "KEY=VALUE",
            description = "Events with this entry in their metadata; given again, with all of these.")
    private Map<String, String> metadata = new LinkedHashMap<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Events that happened at this time or later: 2026-03-01T09:30:00Z, 2026-03-01, now, or how long ago,"
                            + " such as -2h or -1d12h.")
    private @Nullable GivenTime from;

    @Option(names = "--to", paramLabel = "TIME", description = "Events that happened at this time or earlier.")
    private @Nullable GivenTime to;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "Events whose payload holds this text as it is stored, upper and lower case alike.")
    private @Nullable String text;

    boolean hasBeginning() {
        return from != null;
    }

    AuditFilter filter() {
        AuditFilter filter = AuditFilter.everything()
                .aggregates(aggregates.stream().distinct().toArray(String[]::new))
                .types(types.stream().distinct().toArray(String[]::new));
        try {
            filter = filter.metadata(named())
                    .tags(tags.stream().map(Tag::parse).distinct().toArray(Tag[]::new));
        } catch (IllegalArgumentException e) {
            throw misunderstood(String.valueOf(e.getMessage()));
        }
        filter = from == null ? filter : filter.from(from.time());
        filter = to == null ? filter : filter.to(to.time());
        if (from != null && to != null && from.time().isAfter(to.time())) {
            throw misunderstood("--from " + from.time() + " is later than --to " + to.time() + "; exchange them");
        }
        return text == null ? filter : filter.text(text);
    }

    ParameterException misunderstood(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private Metadata named() {
        Metadata parts = actor == null ? Metadata.none() : Metadata.by(actor);
        parts = correlation == null ? parts : parts.withCorrelationId(correlation);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            parts = parts.with(entry.getKey(), entry.getValue());
        }
        return parts;
    }
}
