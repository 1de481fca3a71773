package dev.daybook.examples.exchange.file;

import dev.daybook.cli.terminal.Problem;
import dev.daybook.examples.exchange.message.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * A file of messages of one stock on one day.
 *
 * @param path where it is
 * @param symbol the stock, such as {@code AMZN}
 * @param date the day in New York
 */
public record MessageFile(Path path, String symbol, LocalDate date) {

    /**
     * Looks whether there is a file to read, before its name is asked for what it should say.
     *
     * @throws Problem if there is none
     */
    public static void requireReadable(Path path) {
        try {
            Files.newInputStream(path).close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (Files.isDirectory(path)) {
            throw unreadable(path, new IOException("a folder"));
        }
    }

    /**
     * Reads every message in its order.
     *
     * @throws Problem if the file cannot be read, or a line is not a message or earlier than the one before
     */
    public void forEach(Consumer<Message> consumer) {
        MessageParser parser = new MessageParser(date);
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            long line = 0;
            long latest = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                Message message = parsed(parser, line, text);
                long nanos = nanos(message);
                if (nanos < latest) {
                    throw problem(line, "has time " + message.time() + ", which is before the line above it");
                }
                latest = nanos;
                consumer.accept(message);
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** The SHA-256 of its content in hexadecimal digits. */
    public String sha256() {
        try (InputStream in = Files.newInputStream(path);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** What is wrong with a line, for the user. */
    public Problem problem(long line, String wrong) {
        return new Problem("%s, line %d %s; correct the line and replay the file again".formatted(path, line, wrong));
    }

    private Message parsed(MessageParser parser, long line, String text) {
        try {
            return parser.parse(line, text);
        } catch (MalformedLineException e) {
            throw problem(line, String.valueOf(e.getMessage()));
        }
    }

    private long nanos(Message message) {
        try {
            return MessageParser.nanos(message.time());
        } catch (MalformedLineException e) {
            throw problem(message.line(), String.valueOf(e.getMessage()));
        }
    }

    private static Problem unreadable(Path path, IOException e) {
        String why =
                switch (e) {
                    case NoSuchFileException missing -> "there is no such file; check the path";
                    case CharacterCodingException binary ->
                        "it is not text; a file in LOBSTER message layout is expected";
                    case IOException other when Files.isDirectory(path) -> "it is a folder; name a file in it";
                    case IOException other -> "it cannot be read (" + other.getMessage() + "); check its permissions";
                };
        return new Problem(path + ": " + why, e);
    }
}
