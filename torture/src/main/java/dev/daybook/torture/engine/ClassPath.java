package dev.daybook.torture.engine;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a JVM of our own is started with. */
public final class ClassPath {

    private ClassPath() {}

    /**
     * The class path of this JVM. Where this class comes from a jar, without folders: there are only tests in them, and a JVM keeps no
     * archive of classes that has a folder on its class path.
     *
     * @return as the option {@code -cp} takes it
     */
    public static String own() {
        String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return isInFolder()
                ? whole
                : Arrays.stream(whole.split(File.pathSeparator))
                        .filter(entry -> !Files.isDirectory(Path.of(entry)))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isInFolder() {
        try {
            return Files.isDirectory(Path.of(ClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
