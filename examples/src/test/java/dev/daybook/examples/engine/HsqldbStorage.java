package dev.daybook.examples.engine;

import dev.daybook.jooq.RelationalStorage;
import dev.daybook.ports.storage.Storage;
import dev.daybook.ports.storage.StorageProvider;
import java.time.Clock;
import java.time.InstantSource;
import org.hsqldb.jdbc.JDBCDataSource;

// snippet:storage
/** Storage in HSQLDB, in the memory of this process; takes URLs such as {@code hsqldb:mem:orders}. */
public final class HsqldbStorage implements StorageProvider {

    private static final int READERS = 4;

    static {
        // HSQLDB calls no Java but what it is told to, before it is first used.
        System.setProperty("hsqldb.method_class_names", HsqldbLayout.class.getName() + ".*");
    }

    @Override
    public String scheme() {
        return "hsqldb";
    }

    @Override
    public Storage open(String url) {
        return open(url, Clock.systemUTC());
    }

    /** Of HSQLDB's ways to keep transactions apart, in this one alone readers hold up nobody. */
    static RelationalStorage open(String url, InstantSource clock) {
        JDBCDataSource source = new JDBCDataSource();
        source.setUrl("jdbc:" + url + ";hsqldb.tx=mvcc");
        return RelationalStorage.open(new HsqldbDialect(source, url), clock, READERS);
    }
}
// end
