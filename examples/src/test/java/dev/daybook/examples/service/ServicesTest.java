package dev.daybook.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/daybook/examples/service");

    @TempDir
    Path folder;

    @Test
    void the_plain_service_keeps_what_it_was_told() {
        Path file = folder.resolve("settings.db");
        try (PlainService service = new PlainService(file)) {
            assertThat(service.value("fee_rate")).isEqualTo("0.0010");
            assertThat(service.change("fee_rate", "0.0020", "alice")).isEqualTo("change 1");
            assertThat(service.change("fee_rate", "0.0020", "bob")).contains("already");
            assertThat(service.change("colour", "red", "bob")).contains("there is no setting colour");
        }

        try (PlainService again = new PlainService(file)) {
            assertThat(again.value("fee_rate")).isEqualTo("0.0020");
            assertThat(again.value("colour")).isEqualTo("not set");
        }
    }

    @Test
    void the_guice_service_records_who_changed_what() {
        Injector injector = GuiceService.injector(folder.resolve("audit.db"));
        GuiceService service = injector.getInstance(GuiceService.class);

        service.change("trading", "open", "closed", "alice");
        service.change("trading", "closed", "open", "bob");

        assertThat(service.changesBy("alice")).singleElement().asString().contains("trading", "open", "closed");
        GuiceService.close(injector);
    }

    @Test
    void each_takes_less_than_60_lines() throws IOException {
        for (String name : new String[] {"PlainService.java", "GuiceService.java"}) {
            assertThat(Files.readAllLines(SOURCES.resolve(name))).as(name).hasSizeLessThan(60);
        }
    }
}
