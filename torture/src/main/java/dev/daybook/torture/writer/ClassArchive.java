package dev.daybook.torture.writer;

import dev.daybook.torture.engine.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Classes as a first JVM has loaded them, for those that come after it: to start takes most of a killed writer's life. The JVM
 * does without it where it cannot make or take one, such as for classes that are not in jars.
 *
 * @param file where it is
 */
record ClassArchive(Path file) {

    static ClassArchive of(Site site) {
        return new ClassArchive(site.folder().resolve("classes.jsa"));
    }

    /** Of the JVM that makes it, and of those that take it. */
    List<String> options() {
        return Files.exists(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto")
                : List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:disable");
    }
}
