package dev.daybook.examples.exchange.feed;

import dev.daybook.examples.desk.Rejection;

/** The day's messages were taken from a file with other content. */
public record AnotherFile(String file, String sha256) implements Rejection {

    @Override
    public String describe() {
        return "that day's messages were taken from %s with other content (SHA-256 %s)".formatted(file, sha256);
    }
}
