package dev.daybook.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** An address within the console, with its query encoded. For one thread. */
final class Url {

    private final StringBuilder text;
    private char before = '?';

    private Url(String path) {
        this.text = new StringBuilder(path);
    }

    static Url of(String base, String path) {
        return new Url(base + path);
    }

    Url with(String name, Object value) {
        text.append(before)
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        before = '&';
        return this;
    }

    /** Parameters as they were asked for, without those that are empty. */
    Url with(Map<String, List<String>> query, Predicate<String> which) {
        query.forEach((name, values) -> {
            if (which.test(name)) {
                values.stream().filter(value -> !value.isEmpty()).forEach(value -> with(name, value));
            }
        });
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
