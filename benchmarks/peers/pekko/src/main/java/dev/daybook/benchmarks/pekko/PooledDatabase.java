package dev.daybook.benchmarks.pekko;

import com.typesafe.config.Config;
import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.benchmarks.peer.PeerDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.jdbc.db.EagerSlickDatabase;
import org.apache.pekko.persistence.jdbc.db.SlickDatabase;
import org.apache.pekko.persistence.jdbc.db.SlickDatabaseProvider;
import scala.Option;
import slick.jdbc.H2Profile$;
import slick.jdbc.JdbcBackend$;
import slick.jdbc.JdbcProfile;
import slick.jdbc.MySQLProfile$;
import slick.jdbc.PostgresProfile$;
import slick.util.AsyncExecutor;

/** Has journal, snapshots and queries of an actor system use the pool that the others use as well. Made by Pekko, by name. */
public final class PooledDatabase implements SlickDatabaseProvider {

    /** What the plug-in's own configuration comes with. */
    private static final int THREADS = 20;

    private static final int QUEUE = 10_000;

    private static final Map<String, PeerDatabase> DATABASES = new ConcurrentHashMap<>();

    private final SlickDatabase database;

    /**
     * Takes the pool that was {@linkplain #offer offered} for a system.
     *
     * @param system whose journal it is for
     */
    public PooledDatabase(ActorSystem system) {
        PeerDatabase place = DATABASES.get(system.name());
        if (place == null) {
            throw new IllegalStateException("no pool was offered to the actor system " + system.name());
        }
        int connections = Math.min(THREADS, place.connections());
        AsyncExecutor threads = AsyncExecutor.apply(system.name(), connections, connections, QUEUE, connections);
        database = new EagerSlickDatabase(
                JdbcBackend$.MODULE$
                        .Database()
                        .forDataSource(place.source(), Option.apply(connections), threads, false),
                profile(place.kind()));
    }

    static void offer(String system, PeerDatabase database) {
        DATABASES.put(system, database);
    }

    private static JdbcProfile profile(EngineKind kind) {
        return switch (kind) {
            case H2 -> H2Profile$.MODULE$;
            case POSTGRESQL -> PostgresProfile$.MODULE$;
            case MARIADB -> MySQLProfile$.MODULE$;
            case SQLITE -> throw new IllegalArgumentException("Pekko Persistence JDBC knows no SQLite");
        };
    }

    @Override
    public SlickDatabase database(Config config) {
        return database;
    }
}
