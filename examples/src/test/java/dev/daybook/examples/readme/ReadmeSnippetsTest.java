package dev.daybook.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeSnippetsTest {

    private final Path root = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/adding-an-engine.md", "docs/consumers.md", "docs/processes.md"})
    void every_java_block_of_a_page_is_compiled_code(String page) throws IOException {
        List<Snippet> snippets = Snippet.in(Files.readAllLines(root.resolve(page)));

        assertThat(snippets).isNotEmpty();
        for (Snippet snippet : snippets) {
            assertThat(snippet.source())
                    .as(
                            "%s line %d: a java block needs <!-- snippet: path#name --> on the line above",
                            page, snippet.line())
                    .isNotEmpty();
            assertThat(snippet.code())
                    .as("%s line %d shows what %s does not say", page, snippet.line(), snippet.source())
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
