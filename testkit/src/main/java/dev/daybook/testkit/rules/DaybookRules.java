package dev.daybook.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import dev.daybook.core.aggregate.Aggregate;
import dev.daybook.ports.codec.EventCodec;
import java.util.List;

/**
 * What holds in a good domain on Daybook. The rules of packages are ArchUnit's: check them against your imported classes. Package
 * names are ArchUnit's, too: {@code com.acme.order..} is a package with all below it.
 *
 * <pre>{@code
 * JavaClasses classes = new ClassFileImporter().importPackages("com.acme");
 * DaybookRules.domainIsPure("com.acme.order..").check(classes);
 * DaybookRules.everyEventIsApplied(new Order());
 * }</pre>
 */
public final class DaybookRules {

    private DaybookRules() {}

    /**
     * The domain has no port but plain values of events, no clock, no randomness, no I/O, no threads, and nothing static that
     * changes: all of it comes in with the command.
     *
     * @param domain the packages of the domain
     * @return the rule
     */
    public static ArchRule domainIsPure(String... domain) {
        return classes()
                .that()
                .resideInAnyPackage(domain)
                .should(new PureCondition())
                .as("the domain in " + List.of(domain) + " should be pure")
                .because("the same events and commands shall give the same answers, whenever and wherever");
    }

    /**
     * The domain does not know an adapter, a framework or SQL.
     *
     * @param domain the packages of the domain
     * @return the rule
     */
    public static ArchRule domainKnowsNoTechnology(String... domain) {
        return noClasses()
                .that()
                .resideInAnyPackage(domain)
                .should()
                .dependOnClassesThat(Packages.ADAPTERS.or(Packages.TECHNOLOGY))
                .as("the domain in " + List.of(domain) + " should not know an adapter, a framework or SQL")
                .because("a domain outlives its database");
    }

    /**
     * Events are records that cannot change: nothing in them that others can write to, collections copied when they come in, and
     * no clock or dice asked while they are made.
     *
     * @param events the sealed interfaces above the events, or records
     * @return the rule; check it against the classes the events are among
     */
    public static ArchRule eventsAreImmutable(Class<?>... events) {
        return classes()
                .that(Events.below(events))
                .should(new ImmutableRecordCondition())
                .as("the events below " + Events.names(events) + " should be immutable records")
                .because("what has happened does not change");
    }

    /**
     * Adapters are reached through ports: only a composition root, which puts an application together, names their classes.
     *
     * @param compositionRoots the packages that may
     * @return the rule
     */
    public static ArchRule adaptersAreReachedThroughPorts(String... compositionRoots) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(compositionRoots)
                .and(Packages.OUTSIDE_OF_DAYBOOK_ITSELF)
                .should()
                .dependOnClassesThat(Packages.ADAPTERS)
                .as("adapters should be named in " + List.of(compositionRoots) + " only")
                .because("what knows the ports only can be put on another engine and tested without one")
                .allowEmptyShould(true);
    }

    /**
     * Packages do not depend on one another in a circle.
     *
     * @param root the package they are below, without dots at its end
     * @return the rule
     */
    public static ArchRule packagesAreFreeOfCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /**
     * Every package says {@code @NullMarked}, so that null is what is marked and nothing else.
     *
     * @param root the package they are below, with it
     * @return the rule
     */
    public static ArchRule packagesAreNullMarked(String root) {
        return classes().that().resideInAPackage(root + "..").should(new NullMarkedCondition());
    }

    /**
     * Every event of an aggregate's sealed type has a case of its own in {@code apply}: a {@code default} or a case for the sealed
     * type itself does not count, for it would swallow the event that is added tomorrow. Looked up in the compiled class.
     *
     * @param aggregates the aggregates
     * @throws AssertionError if an event has none; it is named
     */
    public static void everyEventIsApplied(Aggregate<?, ?, ?, ?>... aggregates) {
        for (Aggregate<?, ?, ?, ?> aggregate : aggregates) {
            AppliedEvents.of(aggregate).check();
        }
    }

    /**
     * Every event of the aggregates is registered in the codec.
     *
     * @param codec writes and reads the events
     * @param aggregates the aggregates
     * @throws AssertionError if an event is not; it is named
     */
    public static void everyEventIsRegistered(EventCodec codec, Aggregate<?, ?, ?, ?>... aggregates) {
        for (Aggregate<?, ?, ?, ?> aggregate : aggregates) {
            for (Class<?> event : Events.leaves(aggregate.eventClass())) {
                if (!codec.eventClasses().contains(event)) {
                    throw new AssertionError(
                            event.getName() + " of " + aggregate.getClass().getName()
                                    + " is not registered in the codec; register its sealed interface "
                                    + aggregate.eventClass().getName());
                }
            }
        }
    }
}
