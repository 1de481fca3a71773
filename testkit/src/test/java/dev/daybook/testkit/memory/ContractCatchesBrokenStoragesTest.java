package dev.daybook.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import dev.daybook.ports.DaybookException;
import dev.daybook.testkit.contract.FollowerContract;
import dev.daybook.testkit.contract.LogContract;
import dev.daybook.testkit.contract.StorageContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Every broken storage is caught by the test of the contract that is meant for its fault. */
final class ContractCatchesBrokenStoragesTest {

    /** A race need not be lost at every run, whatever the machine is busy with. */
    private static final int RUNS_OF_A_RACE = 5;

    @TestFactory
    Stream<DynamicTest> the_test_meant_for_it_catches_a_storage_that() {
        return BrokenStorages.all().map(broken -> dynamicTest(broken.fault(), () -> isCaught(broken, 1)));
    }

    @TestFactory
    Stream<DynamicTest> the_test_meant_for_it_catches_in_few_runs_a_storage_that() {
        return BrokenRaces.all().stream()
                .map(broken -> dynamicTest(broken.fault(), () -> isCaught(broken, RUNS_OF_A_RACE)));
    }

    @Test
    void a_storage_without_a_fault_is_not_caught_by_any_of_these_tests() {
        Stream.concat(BrokenStorages.all(), BrokenRaces.all().stream())
                .map(broken -> Broken.storage("none", broken.suite(), broken.test(), InMemoryStorage::new))
                .distinct()
                .forEach(sound -> assertThat(run(sound).getFailures())
                        .as("failures of %s.%s", sound.suite(), sound.test())
                        .isEmpty());
    }

    private static void isCaught(Broken broken, int runs) {
        List<TestExecutionSummary.Failure> failures = List.of();
        for (int n = 0; n < runs && failures.isEmpty(); n++) {
            failures = run(broken).getFailures();
        }
        assertThat(failures)
                .as("%s.%s has failed on a storage that %s", broken.suite(), broken.test(), broken.fault())
                .isNotEmpty()
                .allSatisfy(failure -> {
                    assertThat(failure.getTestIdentifier().getUniqueId()).contains(broken.suite(), broken.test());
                    assertThat(failure.getException()).isInstanceOfAny(AssertionError.class, DaybookException.class);
                });
    }

    private static TestExecutionSummary run(Broken broken) {
        BrokenStorageContract.UNDER_TEST.set(broken);
        Class<?> suite = suite(broken);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectNestedMethod(enclosing(suite), suite, broken.test()))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getTestsStartedCount())
                .as("tests found under the name %s.%s", broken.suite(), broken.test())
                .isPositive();
        return summary;
    }

    private static Class<?> suite(Broken broken) {
        return Stream.of(LogContract.class, FollowerContract.class)
                .flatMap(part -> Stream.of(part.getDeclaredClasses()))
                .filter(suite -> suite.getSimpleName().equals(broken.suite()))
                .findFirst()
                .orElseThrow();
    }

    /** The only part that the contract itself adds. */
    private static Class<?> followers() {
        return StorageContract.class.getDeclaredClasses()[0];
    }

    private static List<Class<?>> enclosing(Class<?> suite) {
        return suite.getDeclaringClass() == FollowerContract.class
                ? List.of(BrokenStorageContract.class, followers())
                : List.of(BrokenStorageContract.class);
    }
}
