package dev.daybook.jackson;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** A record as an object with a field per component. Its components are set after it is known, so that it can hold itself. */
final class RecordShape extends Shape {

    private final Class<?> type;
    private Component[] components = {};
    private MethodHandle constructor;
    private PropertyNameMatcher names;

    RecordShape(Class<?> type, MethodHandle constructor) {
        this.type = type;
        this.constructor = constructor;
        this.names = Json.FACTORY.constructNameMatcher(List.of(), false);
    }

    /** Completes the shape; the registry that makes it publishes it safely afterwards. */
    void complete(List<Component> all) {
        components = all.toArray(Component[]::new);
        List<Named> named = new ArrayList<>();
        for (Component component : all) {
            named.add(Named.fromString(component.name()));
        }
        names = Json.FACTORY.constructNameMatcher(named, false);
    }

    Class<?> type() {
        return type;
    }

    @Override
    String expects() {
        return "an object of " + type.getSimpleName();
    }

    @Override
    void write(JsonGenerator out, Object value) {
        out.writeStartObject();
        writeFields(out, value);
        out.writeEndObject();
    }

    void writeFields(JsonGenerator out, Object value) {
        for (Component component : components) {
            component.write(out, value);
        }
    }

    @Override
    Object read(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected(in);
        }
        return readFields(in);
    }

    /** Reads the fields that are still to come, and the object's end. */
    Object readFields(JsonParser in) {
        @Nullable Object[] values = new @Nullable Object[components.length];
        int match = in.nextNameMatch(names);
        while (match != PropertyNameMatcher.MATCH_END_OBJECT) {
            in.nextToken();
            if (match >= 0) {
                if (values[match] != null) {
                    throw new Mismatch("the field is there twice").within(components[match].name());
                }
                values[match] = components[match].read(in);
            } else {
                in.skipChildren();
            }
            match = in.nextNameMatch(names);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = components[i].absent();
            }
        }
        return create(values);
    }

    private Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Mismatch(type.getSimpleName() + " refuses the values: " + e, e);
        }
    }
}
