package dev.daybook.jooq;

import java.util.List;
import org.jooq.CreateTableElementListStep;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** How an engine's tables are laid out: the types of columns, the keys, what guards the rows, and what a shell reads in them. */
public interface Layout {

    /**
     * The type of a key the engine stores rows by, where it has one.
     *
     * @return a type for numbers of 64 bits
     */
    default DataType<Long> rowKey() {
        return SQLDataType.BIGINT.notNull();
    }

    /**
     * The type of ids and names: any Unicode of up to 260 characters, equal only if every character is, indexable.
     *
     * @return a type for text
     */
    DataType<String> name();

    /**
     * The type of text that is only read back.
     *
     * @param mostCharacters how long it can be
     * @return a type for text
     */
    DataType<String> text(int mostCharacters);

    /**
     * The type of ids of 16 bytes.
     *
     * @return a type for bytes
     */
    DataType<byte[]> id();

    /**
     * The type of content that is only read back.
     *
     * @param mostBytes how long it can be
     * @return a type for bytes
     */
    DataType<byte[]> bytes(int mostBytes);

    /**
     * Whatever makes the engine store a table by its primary key alone.
     *
     * @param table a table that has no row key
     * @return the same statement, completed
     */
    default Query storedByKey(CreateTableElementListStep table) {
        return table;
    }

    /**
     * What an index must name to be walked in the order of positions.
     *
     * @param column the column that is searched for
     * @param position the column of the position
     * @return the columns of the index
     */
    default List<Field<?>> inPositionOrder(Field<?> column, Field<Long> position) {
        return List.of(column, position);
    }

    /**
     * A table that is read along one of its indexes, from a place in the middle of the rows with one value: for an engine that would read
     * all that stands before the place.
     *
     * @param table the table
     * @param index the index's name
     * @return the same table, with a hint if the engine needs one
     */
    default Table<Record> along(Table<Record> table, String index) {
        return table;
    }

    /**
     * The same for a table that is read along its primary key.
     *
     * @param table the table
     * @return the same table, with a hint if the engine needs one
     */
    default Table<Record> alongKey(Table<Record> table) {
        return table;
    }

    /**
     * Whether rows with one value, read along an index that begins with it, are ordered by that value too. H2 sorts them if they are not,
     * and MariaDB if they are and the value is text.
     *
     * @return true to name the value as well as what comes behind it
     */
    default boolean ordersByValueToo() {
        return true;
    }

    /**
     * What has to be there before the tables and views are made.
     *
     * @return statements, of which each can be run again
     */
    default List<Query> preparing() {
        return List.of();
    }

    /**
     * What makes the database itself refuse to change or remove an event.
     *
     * @param guards the tables to guard, and the words to refuse with
     * @return statements that run after the tables are made
     */
    List<Query> guarding(List<Guard> guards);

    /**
     * What makes the database tell who listens that events were appended, whoever has done it.
     *
     * @return statements that run after the tables are made, of which each can be run again
     */
    default List<Query> announcing() {
        return List.of();
    }

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
}
