package dev.daybook.testkit.sql;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every storage on an SQL database keeps; an adapter's test extends it and says how its databases are reached. */
public abstract class SqlContract {

    /** For a subclass of an adapter's tests. */
    protected SqlContract() {}

    /**
     * How the contract reaches the databases under test.
     *
     * @return the same at every call
     */
    protected abstract SqlFixture fixture();

    @Nested
    @Tag("promise-08")
    @DisplayName("8. Immutable, also to somebody with a shell")
    class Guards extends GuardContract {
        @Override
        SqlFixture fixture() {
            return SqlContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-10")
    @DisplayName("The columns of the original schema")
    class Views extends ViewContract {
        @Override
        SqlFixture fixture() {
            return SqlContract.this.fixture();
        }
    }

    @Nested
    @Tag("promise-03")
    @DisplayName("3. Atomic, together with the caller's own tables")
    class Joined extends JoinedAppendContract {
        @Override
        SqlFixture fixture() {
            return SqlContract.this.fixture();
        }
    }

    @Nested
    @DisplayName("Tables that a consumer keeps")
    class Tables extends RelationalViewContract {
        @Override
        SqlFixture fixture() {
            return SqlContract.this.fixture();
        }
    }
}
