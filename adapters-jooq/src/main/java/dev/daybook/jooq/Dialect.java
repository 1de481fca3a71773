package dev.daybook.jooq;

import dev.daybook.ports.storage.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.CreateTableElementListStep;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;

/**
 * What differs from one relational engine to the next: how it connects, locks, names its types and reports its faults. All the
 * rest is the same for each, and is in this module.
 */
public interface Dialect {

    /**
     * How jOOQ writes SQL for this engine.
     *
     * @return the dialect of jOOQ
     */
    SQLDialect sql();

    /**
     * The engine with its version.
     *
     * @return for people to read, such as {@code SQLite 3.54.1}
     */
    String engine();

    /**
     * Where the log is, without credentials.
     *
     * @return for people to read, such as a file's path
     */
    String location();

    /**
     * What has happened to an append when it returns.
     *
     * @return for people to read
     */
    String durability();

    /**
     * Opens the connection that writes.
     *
     * @return a new connection in auto-commit mode
     * @throws SQLException if the engine refuses
     */
    Connection connectToWrite() throws SQLException;

    /**
     * Opens a connection that only reads.
     *
     * @return a new connection in auto-commit mode
     * @throws SQLException if the engine refuses
     */
    Connection connectToRead() throws SQLException;

    /**
     * Begins a transaction and takes the log's one lock, so that what is read from then on is the newest and stays so.
     *
     * @param connection the connection that writes
     * @throws SQLException if the lock cannot be had within the time-out
     */
    void begin(Connection connection) throws SQLException;

    /**
     * Ends the transaction for good.
     *
     * @param connection the connection that writes
     * @throws SQLException if it could not be made durable; then nothing of it is written
     */
    void commit(Connection connection) throws SQLException;

    /**
     * Ends the transaction as if it had not been.
     *
     * @param connection the connection that writes
     * @throws SQLException if the engine refuses
     */
    void rollback(Connection connection) throws SQLException;

    /**
     * Which version of the schema a database has.
     *
     * @param connection the connection that writes, inside a transaction
     * @return the number of the last migration, 0 for none
     * @throws SQLException if it cannot be read
     */
    int schemaVersion(Connection connection) throws SQLException;

    /**
     * Notes the version of the schema.
     *
     * @param connection the connection that writes, inside a transaction
     * @param version the number of the last migration
     * @throws SQLException if it cannot be written
     */
    void noteSchemaVersion(Connection connection, int version) throws SQLException;

    /**
     * The type of a key the engine stores rows by, where it has one.
     *
     * @return a type for numbers of 64 bits
     */
    DataType<Long> rowKey();

    /**
     * Whatever makes the engine store a table by its primary key alone.
     *
     * @param table a table that has no row key
     * @return the same statement, completed
     */
    Query storedByKey(CreateTableElementListStep table);

    /**
     * What an index must name to be walked in the order of positions.
     *
     * @param column the column that is searched for
     * @param position the column of the position
     * @return the columns of the index
     */
    List<Field<?>> inPositionOrder(Field<?> column, Field<Long> position);

    /**
     * What makes the database itself refuse to change or remove an event.
     *
     * @return statements that run after the tables are made
     */
    List<Query> guards();

    /**
     * A binary id as text.
     *
     * @param id a column of 16 bytes
     * @return the UUID in lower case with hyphens
     */
    Field<String> uuidText(Field<byte[]> id);

    /**
     * A time as text.
     *
     * @param micros a column of microseconds since 1970
     * @return RFC 3339 with six digits of a second, in UTC
     */
    Field<String> timeText(Field<Long> micros);

    /**
     * A payload as text.
     *
     * @param bytes a column of bytes
     * @return the bytes read as UTF-8
     */
    Field<String> utf8Text(Field<byte[]> bytes);

    /**
     * What an error of the engine means.
     *
     * @param error what it reported
     * @return the kind of fault, {@link Fault#FAILED} if it is none of the others
     */
    Fault fault(SQLException error);

    /**
     * Whether the engine refused a row because another one has its key.
     *
     * @param error what it reported
     * @return true if so
     */
    boolean isDuplicate(SQLException error);

    /**
     * What somebody can do about a fault.
     *
     * @param fault the kind of fault
     * @return one sentence in the imperative
     */
    String remedy(Fault fault);
}
