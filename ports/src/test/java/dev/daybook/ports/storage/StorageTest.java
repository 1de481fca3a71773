package dev.daybook.ports.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybook.ports.log.EventIdReusedException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StorageTest {

    @Test
    void a_url_that_no_adapter_takes_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> Storage.open("oracle:x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scheme oracle:")
                .hasMessageContaining("daybook-adapters-sqlite");
        assertThatThrownBy(() -> Storage.open("daybook.db")).hasMessageContaining("has no scheme");
    }

    @Test
    void faults_say_what_to_do() {
        assertThat(new LimitExceededException("the payload", 5, 4, "bytes"))
                .hasMessageContaining("the payload has 5 bytes, at most 4 are taken; nothing was written");
        UUID id = new UUID(1, 2);
        EventIdReusedException reused = new EventIdReusedException(id, "is stored with other content");
        assertThat(reused.id()).isEqualTo(id);
        assertThat(reused).hasMessageContaining(id.toString()).hasMessageContaining("nothing was written");
        assertThat(new StorageException(Fault.FULL, "full", null).fault()).isEqualTo(Fault.FULL);
    }
}
