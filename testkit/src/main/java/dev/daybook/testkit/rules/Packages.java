package dev.daybook.testkit.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Which packages are what. */
final class Packages {

    private static final DescribedPredicate<JavaClass> DAYBOOK = resideInAnyPackage("dev.daybook..");

    /** Every module of Daybook that is not made to be used by a domain, a service or a test: those to come as well. */
    static final DescribedPredicate<JavaClass> ADAPTERS = DAYBOOK.and(DescribedPredicate.not(resideInAnyPackage(
                    "dev.daybook.ports..",
                    "dev.daybook.core..",
                    "dev.daybook.testkit..",
                    "dev.daybook.examples..",
                    "dev.daybook.benchmarks..",
                    "dev.daybook.cli..",
                    "dev.daybook.console..")))
            .as("are adapters of Daybook");

    static final DescribedPredicate<JavaClass> TECHNOLOGY = resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.jooq..",
                    "org.hibernate..",
                    "jakarta.persistence..",
                    "javax.persistence..",
                    "com.google.inject..",
                    "jakarta.inject..",
                    "javax.inject..",
                    "org.springframework..",
                    "io.quarkus..",
                    "io.micronaut..",
                    "tools.jackson..",
                    "com.fasterxml.jackson..",
                    "com.google.gson..",
                    "picocli..")
            .as("are of a database, a framework or a serialiser");

    /** An adapter's own classes know one another; the rule is for those who use them. */
    static final DescribedPredicate<JavaClass> OUTSIDE_OF_DAYBOOK_ITSELF = DescribedPredicate.not(ADAPTERS);

    private Packages() {}
}
