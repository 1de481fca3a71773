package dev.daybook.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeSnippetsTest {

    private final Path root = Path.of("..").toAbsolutePath().normalize();
    private final Path readme = root.resolve("README.md");

    @Test
    void every_java_block_in_the_readme_is_compiled_code() throws IOException {
        List<Snippet> snippets = Snippet.in(Files.readAllLines(readme));

        assertThat(snippets).isNotEmpty();
        for (Snippet snippet : snippets) {
            assertThat(snippet.source())
                    .as(
                            "README.md line %d: a java block needs <!-- snippet: path#name --> on the line above",
                            snippet.line())
                    .isNotEmpty();
            assertThat(snippet.code())
                    .as("README.md line %d shows what %s does not say", snippet.line(), snippet.source())
                    .isEqualTo(Snippet.region(root, snippet.source()));
        }
    }

    @Test
    void a_block_without_a_marker_has_no_source() {
        List<Snippet> snippets = Snippet.in(List.of("text", "```java", "int a;", "```"));

        assertThat(snippets).containsExactly(new Snippet(2, "", "int a;"));
    }

    @Test
    void a_block_has_the_source_of_the_marker_above_it() {
        List<Snippet> snippets =
                Snippet.in(List.of("<!-- snippet: A.java#b -->", "```java", "int a;", "int b;", "```"));

        assertThat(snippets).containsExactly(new Snippet(2, "A.java#b", "int a;\nint b;"));
    }
}
