package dev.daybook.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybook.cli.terminal.Look;
import dev.daybook.cli.terminal.Output;
import dev.daybook.ports.event.Metadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FollowTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Log log;

    @BeforeEach
    void write() {
        log = Log.in(folder).withOrders();
    }

    @Test
    void the_last_ones_come_first_and_then_what_the_filter_lets_through_of_what_comes() throws Exception {
        Following following =
                follow(out, "--format", "table", "-n", "2", "--type", "order_filled", "--text", "quantity");
        await(() -> positions().equals(List.of("8", "9")));
        log.append(Log.event("order_9", "order_placed", "{\"quantity\":1}"));
        log.append(Log.event("order_9", "order_filled", "{\"amount\":1}"));
        log.append(Log.event("order_9", "order_filled", "{\"quantity\":12}"));
        await(() -> positions().equals(List.of("8", "9", "12")));
        log.append(Log.event("order_9", "order_filled", "{\"QUANTITY\":13}"));
        await(() -> positions().equals(List.of("8", "9", "12", "13")));
        assertThat(following.end()).isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void from_a_time_on_all_come_first() throws Exception {
        Following following = follow(out, "--from", "2026-03-01T12:07:00.123456Z");
        await(() -> text().lines().count() == 2);
        log.append(Log.event("order_9", "order_placed", "{}"));
        log.append(
                Log.event("order_9", "order_filled", "{\"quantity\":1}", Log.NOON.plusSeconds(3_600), Metadata.none()));
        await(() -> text().lines().count() == 3);
        assertThat(text().lines().toList().getLast()).contains("\"position\":11,");
        assertThat(following.end()).isZero();
    }

    @Test
    void it_ends_when_its_reader_has_gone() throws Exception {
        OutputStream head = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                if (text().lines().count() > 1) {
                    throw new IOException("Broken pipe");
                }
            }
        };
        Following following = follow(head, "-n", "1");
        await(() -> text().lines().count() == 1);
        log.append(Log.event("order_9", "order_placed", "{}"));
        assertThat(following.code().get(30, TimeUnit.SECONDS)).isEqualTo(141);
        assertThat(err.size()).isZero();
    }

    private record Following(Thread thread, CompletableFuture<Integer> code) {

        /** As the end of the process does. */
        int end() throws Exception {
            thread.interrupt();
            return code.get(30, TimeUnit.SECONDS);
        }
    }

    private Following follow(OutputStream to, String... arguments) {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        String[] all = new String[arguments.length + 1];
        all[0] = "--follow";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Thread thread = Thread.ofPlatform()
                .start(() -> code.complete(CommandLines.of(Output.of(to, Look.plain()), Output.of(err, Look.plain()))
                        .run(log.with("events", all))));
        return new Following(thread, code);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> positions() {
        return text().lines()
                .skip(1)
                .map(line -> line.strip().replaceFirst(" .*", ""))
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
