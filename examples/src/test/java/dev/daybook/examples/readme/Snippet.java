package dev.daybook.examples.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A java block of a Markdown file: the line it opens on, the source its marker names (or nothing), and its code. */
record Snippet(int line, String source, String code) {

    private static final Pattern MARKER = Pattern.compile("<!-- snippet: (\\S+#\\S+) -->");

    static List<Snippet> in(List<String> markdown) {
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < markdown.size(); i++) {
            if (markdown.get(i).strip().startsWith("```java")) {
                List<String> rest = markdown.subList(i + 1, markdown.size());
                String code =
                        rest.stream().takeWhile(line -> !line.startsWith("```")).collect(Collectors.joining("\n"));
                snippets.add(new Snippet(i + 1, i == 0 ? "" : source(markdown.get(i - 1)), code));
            }
        }
        return snippets;
    }

    /** The lines between {@code // snippet:name} and {@code // end} of a file, named {@code path#name}, without their indent. */
    static String region(Path root, String source) throws IOException {
        String[] parts = source.split("#", 2);
        String opening = "// snippet:" + parts[1];
        List<String> lines = Files.readAllLines(root.resolve(parts[0]));
        List<String> inside = lines.stream()
                .dropWhile(line -> !line.strip().equals(opening))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// end"))
                .toList();
        if (inside.isEmpty()) {
            throw new IllegalArgumentException(parts[0] + " has nothing between " + opening + " and // end");
        }
        return String.join("\n", inside).stripIndent().strip();
    }

    private static String source(String line) {
        Matcher marker = MARKER.matcher(line.strip());
        return marker.matches() ? marker.group(1) : "";
    }
}
