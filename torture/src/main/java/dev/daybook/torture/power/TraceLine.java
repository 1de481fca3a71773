package dev.daybook.torture.power;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A system call as strace prints it with {@code -y -xx}: every text as escaped bytes. */
final class TraceLine {

    /** Calls that change files in ways that are not modelled here. */
    private static final Set<String> BEYOND =
            Set.of("writev", "pwritev", "pwritev2", "fallocate", "copy_file_range", "sendfile", "truncate");

    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (-?\\d+)(?:<([^>]*)>)?.*");
    private static final Pattern DESCRIPTOR = Pattern.compile("(?:AT_FDCWD|\\d+)(?:<([^>]*)>)?");

    private final String text;
    private final String name;
    private final List<String> arguments;
    private final long answer;
    private final String opened;

    private TraceLine(String text, String name, List<String> arguments, long answer, String opened) {
        this.text = text;
        this.name = name;
        this.arguments = arguments;
        this.answer = answer;
        this.opened = opened;
    }

    /** A call that has ended; empty for signals and exits. */
    static Optional<TraceLine> parse(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            return Optional.empty();
        }
        String opened = call.group(4) == null ? "" : new String(bytes(call.group(4)), StandardCharsets.UTF_8);
        return Optional.of(
                new TraceLine(text, call.group(1), split(call.group(2)), Long.parseLong(call.group(3)), opened));
    }

    /** What it did to files below a folder, or to standard output; empty if nothing. */
    Optional<Effect> effect(Path folder) {
        return answer < 0 ? Optional.empty() : succeeded(folder);
    }

    private Optional<Effect> succeeded(Path folder) {
        String below = folder + "/";
        return switch (name) {
            case "write" ->
                arguments.getFirst().startsWith("1<")
                        ? Optional.of(new Effect.Told(new String(bytes(arguments.get(1)), StandardCharsets.UTF_8)))
                        : refuse(descriptor(0).startsWith(below));
            case "pwrite64" ->
                in(below, descriptor(0), new Effect.Wrote(descriptor(0), number(3), bytes(arguments.get(1))));
            case "ftruncate" -> in(below, descriptor(0), new Effect.Cut(descriptor(0), number(1)));
            case "fsync", "fdatasync" -> in(below, descriptor(0) + "/", new Effect.Synced(descriptor(0)));
            case "openat" ->
                arguments.get(2).contains("O_CREAT") ? in(below, opened, new Effect.Created(opened)) : Optional.empty();
            case "unlink" -> in(below, path(0), new Effect.Removed(path(0)));
            case "unlinkat" -> in(below, path(1), new Effect.Removed(path(1)));
            case "rename" -> in(below, path(0), new Effect.Renamed(path(0), path(1)));
            case "renameat", "renameat2" -> in(below, path(1), new Effect.Renamed(path(1), path(3)));
            case "link" -> in(below, path(0), new Effect.Linked(path(0), path(1)));
            case "linkat" -> in(below, path(1), new Effect.Linked(path(1), path(3)));
            case "mmap" ->
                refuse(text.contains("PROT_WRITE")
                        && text.contains("MAP_SHARED")
                        && descriptor(4).startsWith(below)
                        && !SharedMemory.is(descriptor(4)));
            default -> refuse(BEYOND.contains(name) && mentions(below));
        };
    }

    private static Optional<Effect> in(String below, String path, Effect effect) {
        return path.startsWith(below) && !SharedMemory.is(path) ? Optional.of(effect) : Optional.empty();
    }

    private Optional<Effect> refuse(boolean touches) {
        if (touches) {
            throw new IllegalStateException("the recording has a call that the model does not know: " + shortened());
        }
        return Optional.empty();
    }

    private boolean mentions(String below) {
        return arguments.stream()
                .anyMatch(argument -> new String(bytes(argument), StandardCharsets.UTF_8).contains(below));
    }

    private String descriptor(int index) {
        Matcher descriptor = DESCRIPTOR.matcher(arguments.get(index));
        return descriptor.matches() && descriptor.group(1) != null
                ? new String(bytes(descriptor.group(1)), StandardCharsets.UTF_8)
                : "";
    }

    private String path(int index) {
        return new String(bytes(arguments.get(index)), StandardCharsets.UTF_8);
    }

    private long number(int index) {
        return Long.parseLong(arguments.get(index));
    }

    private String shortened() {
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    /** No text has a comma of its own: all are escaped. */
    private static List<String> split(String arguments) {
        return List.of(arguments.split(", ", -1));
    }

    /** The escaped bytes of a text, without its quotes. */
    private static byte[] bytes(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length() / 4);
        for (int at = escaped.indexOf('\\'); at >= 0; at = escaped.indexOf('\\', at)) {
            bytes.write(HexFormat.fromHexDigits(escaped, at + 2, at + 4));
            at += 4;
        }
        return bytes.toByteArray();
    }
}
