package dev.daybook.torture.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a trace, and what a disk keeps of it. */
class RecordingTest {

    private static final Path FOLDER = Path.of("/data");

    @TempDir
    Path folder;

    @Test
    void what_was_synced_survives_and_what_was_not_is_up_to_fate() throws IOException {
        Recording recording = recorded(
                "openat(AT_FDCWD<" + hex("/") + ">, \"" + hex("/data/log") + "\", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 4<"
                        + hex("/data/log") + ">",
                wrote("first", 0),
                "fdatasync(4<" + hex("/data/log") + ">) = 0",
                wrote("other", 5),
                told("1\n"));
        assertThat(left(recording, new Fate.Nothing())).isEqualTo("first");
        assertThat(left(recording, new Fate.Everything())).isEqualTo("firstother");
        assertThat(recording.told(recording.end())).containsExactly("1");
        assertThat(recording.told(5)).isEmpty();
    }

    @Test
    void a_file_that_was_made_and_never_synced_can_be_gone_and_one_that_was_removed_back() throws IOException {
        Recording made = recorded(created(), wrote("first", 0));
        assertThat(names(made, new Fate.Nothing())).isEmpty();
        assertThat(names(made, new Fate.Everything())).containsExactly("log");
        Recording removed = recorded(
                created(),
                wrote("first", 0),
                "fsync(4<" + hex("/data/log") + ">) = 0",
                "unlink(\"" + hex("/data/log") + "\") = 0");
        assertThat(left(removed, new Fate.Nothing())).isEqualTo("first");
        assertThat(names(removed, new Fate.Everything())).isEmpty();
    }

    @Test
    void a_sync_of_the_folder_keeps_its_names() throws IOException {
        Recording renamed = recorded(
                created(),
                "rename(\"" + hex("/data/log") + "\", \"" + hex("/data/log2") + "\") = 0",
                "fsync(5<" + hex("/data") + ">) = 0");
        assertThat(names(renamed, new Fate.Nothing())).containsExactly("log2");
    }

    @Test
    void a_sync_covers_what_was_done_before_it_began_and_only_once_it_is_done() throws IOException {
        Recording overlapping = recorded(
                created(),
                wrote("first", 0),
                "fdatasync(4<" + hex("/data/log") + "> <unfinished ...>",
                "8 " + wrote("other", 5),
                "<... fdatasync resumed>) = 0");
        new Disk(overlapping, 5).put(folder, new Fate.Nothing());
        assertThat(folder.resolve("log")).doesNotExist();
        assertThat(left(overlapping, new Fate.Nothing())).isEqualTo("first");
    }

    @Test
    void a_torn_write_ends_at_a_sector() throws IOException {
        Recording recording = recorded(
                created(),
                "fsync(4<" + hex("/data/log") + ">) = 0",
                wrote("a".repeat(700), 0),
                wrote("b".repeat(700), 700));
        Disk disk = new Disk(recording, recording.end());
        assertThat(disk.unsyncedSectors()).isEqualTo(4);
        disk.put(folder, new Fate.Torn(new Random(1), 3));
        // The first write has two sectors; of the second one only what it adds to the second sector.
        assertThat(folder.resolve("log")).hasContent("a".repeat(700) + "b".repeat(1_024 - 700));
    }

    @Test
    void a_cut_and_what_is_written_behind_it_leaves_zeros_between() throws IOException {
        Recording recording =
                recorded(created(), wrote("first", 0), "ftruncate(4<" + hex("/data/log") + ">, 2) = 0", wrote("x", 4));
        assertThat(left(recording, new Fate.Everything())).isEqualTo("fi\0\0x");
    }

    @Test
    void a_call_that_failed_or_is_of_another_folder_or_of_shared_memory_counts_for_nothing() throws IOException {
        Recording recording = recorded(
                "unlink(\"" + hex("/data/log") + "\") = -1 ENOENT (No such file or directory)",
                "pwrite64(4<" + hex("/tmp/other") + ">, \"" + hex("x") + "\", 1, 0) = 1",
                "pwrite64(4<" + hex("/data/log-shm") + ">, \"" + hex("x") + "\", 1, 0) = 1",
                "--- SIGSEGV {si_signo=SIGSEGV} ---",
                "+++ exited with 0 +++");
        assertThat(recording.steps()).isEmpty();
    }

    @Test
    void a_change_that_is_not_modelled_is_refused() {
        assertThatThrownBy(() -> recorded("fallocate(4<" + hex("/data/log") + ">, 0, 0, 4096) = 0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fallocate");
    }

    private Recording recorded(String... calls) throws IOException {
        Path trace = folder.resolveSibling(folder.getFileName() + ".trace");
        List<String> lines = List.of(calls).stream()
                .map(call -> call.startsWith("8 ") ? call : "7 " + call)
                .toList();
        Files.write(trace, lines);
        try {
            return Recording.read(trace, FOLDER);
        } finally {
            Files.delete(trace);
        }
    }

    private String left(Recording recording, Fate fate) throws IOException {
        new Disk(recording, recording.end()).put(folder, fate);
        return Files.readString(folder.resolve("log"));
    }

    private List<String> names(Recording recording, Fate fate) throws IOException {
        Path disk = Files.createTempDirectory(folder, "disk");
        new Disk(recording, recording.end()).put(disk, fate);
        try (var files = Files.list(disk)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String created() {
        return "openat(AT_FDCWD<" + hex("/") + ">, \"" + hex("/data/log") + "\", O_RDWR|O_CREAT, 0644) = 4<"
                + hex("/data/log") + ">";
    }

    private static String wrote(String text, int offset) {
        return "pwrite64(4<" + hex("/data/log") + ">, \"" + hex(text) + "\", " + text.length() + ", " + offset + ") = "
                + text.length();
    }

    private static String told(String line) {
        return "write(1<" + hex("pipe:[1]") + ">, \"" + hex(line) + "\", " + line.length() + ") = " + line.length();
    }

    private static String hex(String text) {
        return HexFormat.of().withPrefix("\\x").formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
