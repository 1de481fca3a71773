package dev.daybook.jackson;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * A sealed interface: the object says under {@value Json#KIND} which of the permitted classes it is, by simple name. The name is
 * looked up among those classes and nowhere else; no class is ever loaded by a name from data.
 */
final class SealedShape extends Shape {

    private final Class<?> type;
    private final Map<Class<?>, Shape> byClass;
    private final Map<String, Shape> byName;

    SealedShape(Class<?> type, Map<Class<?>, Shape> permitted) {
        this.type = type;
        this.byClass = Map.copyOf(permitted);
        this.byName = new TreeMap<>();
        permitted.forEach((kind, shape) -> byName.put(kind.getSimpleName(), shape));
    }

    @Override
    String expects() {
        return "an object of " + type.getSimpleName() + " with \"" + Json.KIND + "\" one of " + byName.keySet();
    }

    @Override
    void write(JsonGenerator out, Object value) {
        Class<?> kind = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        Shape shape = byClass.get(kind);
        if (shape == null) {
            throw new Mismatch("a " + kind.getName() + ", which " + type.getSimpleName() + " does not permit");
        }
        out.writeStartObject();
        out.writeStringProperty(Json.KIND, kind.getSimpleName());
        if (shape instanceof RecordShape fields) {
            fields.writeFields(out, value);
        } else {
            out.writeName("name");
            shape.write(out, value);
        }
        out.writeEndObject();
    }

    @Override
    Object read(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected(in);
        }
        if (Json.KIND.equals(in.nextName())) {
            return readKind(in);
        }
        if (in.currentToken() == JsonToken.END_OBJECT) {
            throw new Mismatch("expected " + expects() + ", found an empty object");
        }
        return readLate(in);
    }

    private Object readKind(JsonParser in) {
        if (in.nextToken() != JsonToken.VALUE_STRING) {
            throw unexpected(in);
        }
        return body(shapeOf(in.getString()), in);
    }

    /** The name may stand anywhere in the object: an upcaster or another writer may have put it behind the rest. */
    private Object readLate(JsonParser in) {
        JsonNode tree = Json.TREES.readTree(in);
        JsonNode kind = tree.get(Json.KIND);
        if (kind == null || !kind.isString()) {
            throw new Mismatch("expected " + expects() + ", found no such field");
        }
        try (JsonParser again = Json.TREES.treeAsTokens(tree)) {
            again.nextToken();
            return body(shapeOf(kind.stringValue()), again);
        }
    }

    private Shape shapeOf(String name) {
        Shape shape = byName.get(name);
        if (shape == null) {
            throw new Mismatch("expected " + expects() + ", found \"" + Found.shortened(name) + "\"");
        }
        return shape;
    }

    private Object body(Shape shape, JsonParser in) {
        if (shape instanceof RecordShape fields) {
            return fields.readFields(in);
        }
        Object constant = null;
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean named = in.currentName().equals("name");
            in.nextToken();
            if (named) {
                constant = shape.readPresent(in);
            } else {
                in.skipChildren();
            }
        }
        if (constant == null) {
            throw new Mismatch("expected " + shape.expects() + ", found no such field").within("name");
        }
        return constant;
    }
}
