package dev.daybook.testkit.core;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.testkit.time.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest as its description has it, written once more by hand for one event. */
final class Described {

    private Described() {}

    static String sha256(NewEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write("daybook-log-1".getBytes(StandardCharsets.UTF_8));
            out.writeLong(1);
            out.writeLong(event.id().getMostSignificantBits());
            out.writeLong(event.id().getLeastSignificantBits());
            out.writeLong(1);
            out.writeLong(Timestamps.toMicros(event.timestamp()));
            out.writeLong(Timestamps.toMicros(SettableClock.START));
            out.writeInt(event.type().version());
            texts(out, event.aggregateId(), "order_placed", "application/json", "{}", "alice");
            out.writeInt(-1);
            out.writeInt(-1);
            out.writeInt(2);
            texts(out, "a", "1", "b", "2");
            out.writeInt(2);
            texts(out, "k:1", "k:2");
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void texts(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
