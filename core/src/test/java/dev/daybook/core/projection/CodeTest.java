package dev.daybook.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CodeTest {

    @Test
    void the_same_classes_have_the_same_fingerprint_and_others_another() {
        assertThat(Code.fingerprint(String.class)).hasSize(64).isEqualTo(Code.fingerprint(String.class));
        assertThat(Code.fingerprint(CodeTest.class)).isNotEqualTo(Code.fingerprint(String.class));
    }

    @Test
    void what_a_class_names_in_its_own_package_is_part_of_it() {
        assertThat(Code.classes(Code.class)).containsExactly(Code.class.getName());
        assertThat(Code.classes(Provenance.class))
                .contains(Code.class.getName(), BuiltBy.class.getName(), Verification.class.getName())
                .allMatch(name -> name.startsWith("dev.daybook.core.projection."));
    }

    @Test
    void a_class_that_was_made_at_run_time_has_no_file_and_is_known_by_its_name() {
        Class<?> made = ((Runnable) () -> {}).getClass();
        assertThat(Code.classes(made)).isEqualTo(List.of(made.getName()));
    }
}
