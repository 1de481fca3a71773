package dev.daybook.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.daybook.testkit.rules.clean.Lamp;
import dev.daybook.testkit.rules.dirty.Forgetful;
import dev.daybook.testkit.rules.dirty.Mutable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaybookRulesTest {

    private static final String HERE = "dev.daybook.testkit.rules";
    private static final String DIRTY = HERE + ".dirty";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(HERE);

    @ParameterizedTest
    @CsvSource({
        "Now, a clock",
        "NowByReference, a clock",
        "Clock, a clock",
        "Millis, a clock",
        "Dice, randomness",
        "RandomId, randomness",
        "LibraryId, randomness",
        "FileReader, I/O",
        "ThreadStarter, threads",
        "PortUser, a port",
        "ServiceUser, a service of Daybook",
        "Counter, a static field that is not final",
        "Environment, the machine it runs on"
    })
    void an_impure_domain_is_caught(String culprit, String impurity) {
        assertThat(violations(DaybookRules.domainIsPure(DIRTY + "..")))
                .anySatisfy(
                        line -> assertThat(line).startsWith(DIRTY + ".Impure$" + culprit + " uses " + impurity + ": "));
    }

    @Test
    void a_pure_domain_passes() {
        DaybookRules.domainIsPure(HERE + ".clean..").check(CLASSES);
        DaybookRules.domainKnowsNoTechnology(HERE + ".clean..").check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "Technical.isOpen, java.sql.Connection",
        "Injected.<init>, com.google.inject.Inject>",
        "Injected.rate, com.google.inject.Injector.getInstance",
        "AdapterUser.open, dev.daybook.fakedb.FakeAdapter"
    })
    void a_domain_that_knows_sql_a_framework_or_an_adapter_is_caught(String culprit, String technology) {
        assertThat(violations(DaybookRules.domainKnowsNoTechnology(DIRTY + "..")))
                .anySatisfy(line -> assertThat(line).contains(culprit).contains(technology));
    }

    @ParameterizedTest
    @CsvSource({
        "WithArray, holds an array",
        "WithDate, holds a Date",
        "WithCallersList, keeps the caller's List names",
        "WithClock, uses a clock",
        "WithDice, uses randomness",
        "NoRecord, is not a record"
    })
    void an_event_that_can_change_is_caught(String culprit, String wrong) {
        assertThat(violations(DaybookRules.eventsAreImmutable(Mutable.class)))
                .anySatisfy(line -> assertThat(line).startsWith(DIRTY + ".Mutable$" + culprit + " " + wrong));
    }

    @Test
    void immutable_events_pass() {
        DaybookRules.eventsAreImmutable(Lamp.Event.class).check(CLASSES);
    }

    @Test
    void an_event_behind_a_default_is_caught() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DaybookRules.everyEventIsApplied(new Lamp(), new Forgetful()))
                .withMessageContaining("Forgetful.apply has no case for [Lost]");
    }

    @Test
    void an_exhaustive_switch_passes_also_with_an_interface_in_between() {
        assertThatCode(() -> DaybookRules.everyEventIsApplied(new Lamp())).doesNotThrowAnyException();
    }

    @Test
    void an_event_that_is_not_registered_is_caught_and_named() {
        DaybookRules.everyEventIsRegistered(
                new Registrations(Lamp.Lit.class, Lamp.Dark.class, Lamp.NewBulb.class), new Lamp());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DaybookRules.everyEventIsRegistered(
                        new Registrations(Lamp.Lit.class, Lamp.NewBulb.class), new Lamp()))
                .withMessageContaining("Lamp$Dark")
                .withMessageContaining("is not registered");
    }

    @Test
    void an_adapter_named_outside_of_the_composition_root_is_caught() {
        assertThat(violations(DaybookRules.adaptersAreReachedThroughPorts("com.acme.main..")))
                .anySatisfy(line -> assertThat(line).contains("AdapterUser.open()"))
                .allSatisfy(line -> assertThat(line).contains(DIRTY + ".AdapterUser"));
    }

    @Test
    void a_composition_root_may_name_adapters() {
        DaybookRules.adaptersAreReachedThroughPorts(DIRTY + "..").check(CLASSES);
    }

    @Test
    void packages_in_a_circle_are_caught() {
        JavaClasses circle = new ClassFileImporter().importPackages(HERE + ".cycle");
        assertThat(violations(DaybookRules.packagesAreFreeOfCycles(HERE + ".cycle"), circle))
                .isNotEmpty();
        DaybookRules.packagesAreFreeOfCycles(HERE + ".clean")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "wired"})
    void a_null_marked_package_passes(String name) {
        DaybookRules.packagesAreNullMarked(HERE + "." + name).check(CLASSES);
    }

    @Test
    void a_package_without_null_marks_is_caught() {
        String unmarked = "org.assertj.core.description";
        JavaClasses classes = new ClassFileImporter().importPackages(unmarked);
        assertThat(violations(DaybookRules.packagesAreNullMarked(unmarked), classes))
                .anySatisfy(line -> assertThat(line).contains("without @NullMarked; say it in its package-info.java"));
    }

    private static List<String> violations(ArchRule rule) {
        return violations(rule, CLASSES);
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
