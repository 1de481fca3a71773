package dev.daybook.benchmarks.axon5;

import dev.daybook.benchmarks.peer.EngineKind;
import dev.daybook.benchmarks.peer.PeerDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;

/** Hibernate on the pool that the others use as well, one entity manager for each transaction. */
final class Entities implements EntityManagerProvider, TransactionManager, AutoCloseable {

    private static final int BATCH = 100;

    /** A thread is in one transaction at a time on one database; what it left open on another is nobody's business here. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

    private final EntityManagerFactory factory;

    Entities(PeerDatabase database) {
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("axon");
        configuration
                .managedClass(AggregateEventEntry.class)
                .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database.source())
                .property(AvailableSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "update")
                // The sequence has hyphens in its name.
                .property(AvailableSettings.GLOBALLY_QUOTED_IDENTIFIERS, true)
                .property(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH);
        if (database.kind() == EngineKind.POSTGRESQL) {
            configuration.property(AvailableSettings.DIALECT, ByteaDialect.class.getName());
        }
        factory = configuration.createEntityManagerFactory();
    }

    @Override
    public EntityManager getEntityManager() {
        EntityManager running = current.get();
        return running == null ? factory.createEntityManager() : running;
    }

    /** Axon closes the entity manager before it commits; Hibernate keeps it open until then. */
    @Override
    public Transaction startTransaction() {
        EntityManager manager = factory.createEntityManager();
        EntityTransaction transaction = manager.getTransaction();
        transaction.begin();
        current.set(manager);
        return new Transaction() {
            private boolean ended;

            @Override
            public void commit() {
                end();
                transaction.commit();
            }

            // Also asked for when a commit has failed, which has rolled back by itself.
            @Override
            public void rollback() {
                if (!ended) {
                    end();
                    transaction.rollback();
                }
            }

            private void end() {
                ended = true;
                current.remove();
            }
        };
    }

    @Override
    public void close() {
        factory.close();
    }
}
