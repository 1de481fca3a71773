import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Fails the build when a test of the given report folders was skipped, whatever skipped it. */
class NoSkippedTests {
    public static void main(String[] folders) throws Exception {
        List<String> skipped = new ArrayList<>();
        for (String folder : folders) {
            for (Path report : reports(Path.of(folder))) {
                collect(report, skipped);
            }
        }
        if (!skipped.isEmpty()) {
            System.err.println("Skipped tests: a test runs or does not exist. Make it run, or delete it.");
            skipped.forEach(test -> System.err.println("  " + test));
            System.exit(1);
        }
    }

    private static List<Path> reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private static void collect(Path report, List<String> skipped) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        NodeList found = parser.parse(report.toFile()).getElementsByTagName("skipped");
        for (int i = 0; i < found.getLength(); i++) {
            Element test = (Element) found.item(i).getParentNode();
            String reason = ((Element) found.item(i)).getAttribute("message");
            skipped.add(test.getAttribute("classname") + "." + test.getAttribute("name")
                    + (reason.isEmpty() ? "" : ": " + reason));
        }
    }
}
