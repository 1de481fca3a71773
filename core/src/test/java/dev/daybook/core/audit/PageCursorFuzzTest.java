package dev.daybook.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.daybook.ports.log.Range;
import java.nio.charset.StandardCharsets;

/** Whatever comes back for a page's cursor goes on from a position or is refused by name. */
class PageCursorFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void a_cursor_goes_on_or_is_refused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        AuditFilter filter = AuditFilter.everything().page(text);
        for (Range.Direction order : Range.Direction.values()) {
            try {
                Range range = filter.range(order);
                assertThat(range.direction()).isEqualTo(order);
                assertThat(PageCursor.parse(PageCursor.parse(text, order).toString(), order)
                                .goOn(Range.all()))
                        .isEqualTo(PageCursor.parse(text, order).goOn(Range.all()));
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("page cursor " + text);
            }
        }
    }
}
