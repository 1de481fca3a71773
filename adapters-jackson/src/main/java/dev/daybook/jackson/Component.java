package dev.daybook.jackson;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;

/** One component of a record: its name, how to get at it, and how its values look. */
final class Component {

    private final String name;
    private final SerializedString written;
    private final MethodHandle accessor;
    private final boolean nullable;
    private final Shape shape;

    Component(String name, MethodHandle accessor, boolean nullable, Shape shape) {
        this.name = name;
        this.written = new SerializedString(name);
        this.accessor = accessor;
        this.nullable = nullable;
        this.shape = shape;
    }

    String name() {
        return name;
    }

    void write(JsonGenerator out, Object holder) {
        Object value = get(holder);
        if (value == null) {
            if (nullable) {
                return;
            }
            throw new Mismatch("it is null; mark the component @Nullable, or give it a value").within(name);
        }
        Object absent = shape.absent();
        if (absent != null && value.equals(absent)) {
            return;
        }
        try {
            out.writeName(written);
            shape.write(out, value);
        } catch (Mismatch e) {
            throw e.within(name);
        }
    }

    @Nullable
    Object get(Object holder) {
        try {
            return (Object) accessor.invokeExact(holder);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Mismatch("its accessor fails: " + e, e).within(name);
        }
    }

    @Nullable
    Object read(JsonParser in) {
        try {
            if (in.currentToken() == JsonToken.VALUE_NULL) {
                return missing("null");
            }
            return shape.read(in);
        } catch (Mismatch e) {
            throw e.within(name);
        }
    }

    @Nullable
    Object absent() {
        try {
            return missing("no such field");
        } catch (Mismatch e) {
            throw e.within(name);
        }
    }

    private @Nullable Object missing(String found) {
        Object absent = shape.absent();
        if (absent == null && !nullable) {
            throw new Mismatch(
                    "expected " + shape.expects() + ", found " + found
                            + "; mark the component @Nullable or make it Optional if it may be missing, or add an upcaster that sets it");
        }
        return absent;
    }
}
