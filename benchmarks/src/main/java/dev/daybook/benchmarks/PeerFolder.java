package dev.daybook.benchmarks;

import dev.daybook.benchmarks.peer.PeerProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Where the peers lie as they were built, each with its libraries: two versions of one library can run side by side. */
final class PeerFolder {

    private PeerFolder() {}

    static List<PeerProvider> load(Path folder) throws IOException {
        List<PeerProvider> found = new ArrayList<>();
        try (Stream<Path> peers = Files.list(folder)) {
            for (Path app : peers.map(peer -> peer.resolve("target/app"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                URLClassLoader classes = new URLClassLoader(jars(app), PeerFolder.class.getClassLoader());
                ServiceLoader.load(PeerProvider.class, classes).forEach(found::add);
            }
        }
        return found;
    }

    private static URL[] jars(Path app) throws IOException {
        try (Stream<Path> files = Files.walk(app, 2)) {
            List<URL> jars = new ArrayList<>();
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                jars.add(url(jar));
            }
            return jars.toArray(URL[]::new);
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
