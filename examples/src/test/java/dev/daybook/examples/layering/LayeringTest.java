package dev.daybook.examples.layering;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.examples.desk.catalog.DeskEvents;
import dev.daybook.examples.desk.order.Order;
import dev.daybook.examples.desk.position.Position;
import dev.daybook.examples.desk.setting.Settings;
import dev.daybook.examples.desk.trade.Trade;
import dev.daybook.examples.desk.wallet.Wallet;
import dev.daybook.examples.exchange.feed.Feed;
import dev.daybook.examples.exchange.feed.FeedEvent;
import dev.daybook.examples.exchange.order.ExchangeOrder;
import dev.daybook.examples.exchange.order.ExchangeOrderEvent;
import dev.daybook.examples.exchange.trade.ExchangeTrade;
import dev.daybook.examples.exchange.trade.ExchangeTradeEvent;
import dev.daybook.jackson.JacksonCodec;
import dev.daybook.testkit.rules.DaybookRules;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The arrows between Daybook's modules, and the rules it gives its users, kept by itself. The benchmarks are left out: nothing may
 * depend on them, not even a test, as whoever starts the demo would have to build them first. No arrow leads to them, and what they
 * know is what their own pom declares.
 */
class LayeringTest {

    private static final JavaClasses DAYBOOK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.daybook");

    private static final String[] DOMAIN = {
        "dev.daybook.core.aggregate..",
        "dev.daybook.core.fold..",
        "dev.daybook.examples.desk",
        "dev.daybook.examples.desk.order..",
        "dev.daybook.examples.desk.position..",
        "dev.daybook.examples.desk.wallet..",
        "dev.daybook.examples.desk.setting..",
        "dev.daybook.examples.desk.trade..",
        "dev.daybook.examples.exchange.message..",
        "dev.daybook.examples.exchange.order..",
        "dev.daybook.examples.exchange.trade..",
        "dev.daybook.examples.exchange.feed.."
    };

    private static final Aggregate<?, ?, ?, ?>[] DESK = {
        new Order(), new Position(), new Wallet(), new Settings(), new Trade()
    };
    private static final Aggregate<?, ?, ?, ?>[] EXCHANGE = {new ExchangeOrder(), new ExchangeTrade(), new Feed()};

    @Test
    void every_module_is_looked_at() {
        Set<String> modules = DAYBOOK.stream().map(LayeringTest::module).collect(Collectors.toSet());
        assertThat(modules)
                .contains(
                        "ports",
                        "core",
                        "jooq",
                        "sqlite",
                        "h2",
                        "jackson",
                        "guice",
                        "testkit",
                        "console",
                        "cli",
                        "examples");
    }

    private static String module(JavaClass type) {
        String below = type.getPackageName().substring("dev.daybook.".length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    @Test
    void ports_know_the_jdk_and_null_marks_only() {
        classes()
                .that()
                .resideInAPackage("dev.daybook.ports..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.daybook.ports..")
                .check(DAYBOOK);
    }

    @Test
    void core_knows_ports_and_vavr_and_neither_sql_nor_files_nor_networks() {
        classes()
                .that()
                .resideInAPackage("dev.daybook.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "io.vavr..", "dev.daybook.ports..", "dev.daybook.core..")
                .check(DAYBOOK);
        noClasses()
                .that()
                .resideInAPackage("dev.daybook.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.file..")
                .check(DAYBOOK);
        noClasses()
                .that()
                .resideInAPackage("dev.daybook.core..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(?!(Serializable|ObjectStreamException|InvalidClassException)$).*")
                .check(DAYBOOK);
    }

    @Test
    void no_adapter_knows_the_core_or_another_but_the_embedded_ones_their_base() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.daybook.jooq..", "dev.daybook.sqlite..", "dev.daybook.h2..", "dev.daybook.jackson..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.daybook.core..")
                .check(DAYBOOK);
        noClasses()
                .that()
                .resideInAPackage("dev.daybook.jooq..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.daybook.sqlite..", "dev.daybook.h2..", "dev.daybook.jackson..")
                .check(DAYBOOK);
        noClasses()
                .that()
                .resideInAPackage("dev.daybook.jackson..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.daybook.jooq..", "dev.daybook.sqlite..", "dev.daybook.h2..")
                .check(DAYBOOK);
        noClasses()
                .that()
                .resideInAPackage("dev.daybook.sqlite..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.daybook.jackson..", "dev.daybook.h2..", "dev.daybook.jooq.*..")
                .check(DAYBOOK);
        noClasses()
                .that()
                .resideInAPackage("dev.daybook.h2..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.daybook.jackson..", "dev.daybook.sqlite..", "dev.daybook.jooq.*..")
                .check(DAYBOOK);
    }

    @Test
    void the_console_knows_the_text_formats_and_no_engine() {
        noClasses()
                .that()
                .resideInAPackage("dev.daybook.console..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.daybook.jooq..",
                        "dev.daybook.sqlite..",
                        "dev.daybook.h2..",
                        "dev.daybook.cli..",
                        "picocli..")
                .check(DAYBOOK);
    }

    @Test
    void domains_are_pure_and_know_no_technology() {
        DaybookRules.domainIsPure(DOMAIN).check(DAYBOOK);
        DaybookRules.domainKnowsNoTechnology(DOMAIN).check(DAYBOOK);
    }

    @Test
    void events_are_immutable_applied_and_registered() {
        DaybookRules.eventsAreImmutable(DeskEvents.classes().toArray(Class<?>[]::new))
                .check(DAYBOOK);
        DaybookRules.eventsAreImmutable(ExchangeOrderEvent.class, ExchangeTradeEvent.class, FeedEvent.class)
                .check(DAYBOOK);
        DaybookRules.everyEventIsApplied(DESK);
        DaybookRules.everyEventIsApplied(EXCHANGE);
        DaybookRules.everyEventIsRegistered(JacksonCodec.of(DeskEvents.classes().toArray(Class<?>[]::new)), DESK);
        DaybookRules.everyEventIsRegistered(
                JacksonCodec.of(ExchangeOrderEvent.class, ExchangeTradeEvent.class, FeedEvent.class), EXCHANGE);
    }

    @Test
    void adapters_are_named_where_applications_are_put_together_only() {
        DaybookRules.adaptersAreReachedThroughPorts(
                        "dev.daybook.cli..",
                        "dev.daybook.console..",
                        "dev.daybook.examples.command..",
                        "dev.daybook.examples.demo..",
                        "dev.daybook.examples.service..",
                        "dev.daybook.benchmarks..")
                .check(DAYBOOK);
    }

    @Test
    void packages_are_null_marked_and_free_of_cycles() {
        DaybookRules.packagesAreNullMarked("dev.daybook").check(DAYBOOK);
        DaybookRules.packagesAreFreeOfCycles("dev.daybook").check(DAYBOOK);
    }
}
