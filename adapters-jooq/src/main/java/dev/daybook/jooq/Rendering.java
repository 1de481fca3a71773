package dev.daybook.jooq;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How the statements of a log are rendered: for which engine, and in which schema its tables stand. */
public final class Rendering {

    static {
        // jOOQ greets on the first use of it; a library inside of a library has no business to.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private Rendering() {}

    /**
     * For an engine.
     *
     * @param dialect how jOOQ writes SQL for it
     * @param schema the schema that all tables are qualified with, or null for none: then they are where the connection looks
     * @return renders statements, connected to nothing
     */
    public static DSLContext of(SQLDialect dialect, @Nullable String schema) {
        Settings settings = new Settings();
        if (schema == null) {
            settings.setRenderSchema(false);
        } else {
            settings.setRenderMapping(new RenderMapping()
                    .withSchemata(new MappedSchema()
                            .withInput(Tables.SCHEMA.getName())
                            .withOutput(schema)));
        }
        return DSL.using(dialect, settings);
    }
}
