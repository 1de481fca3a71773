package dev.daybook.jackson;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of states, made when a class is first met. Safe for concurrent use. */
final class StateShapes {

    private final Map<Class<?>, Shape> reading = new ConcurrentHashMap<>();
    private final Map<Class<?>, Shape> writing = new ConcurrentHashMap<>();
    private final Shapes shapes;

    StateShapes(Map<Class<?>, TextShape> texts) {
        shapes = new Shapes(texts);
    }

    Shape forReading(Class<?> stateClass) {
        Shape shape = reading.get(stateClass);
        if (shape == null) {
            shape = made(stateClass);
            reading.put(stateClass, shape);
        }
        return shape;
    }

    /** A state may be read as a sealed interface above its class, so that what is under one always says which class it is. */
    Shape forWriting(Object state) {
        Class<?> type = state instanceof Enum<?> constant ? constant.getDeclaringClass() : state.getClass();
        Shape shape = writing.get(type);
        if (shape == null) {
            shape = forReading(type);
            if (type.isRecord() && isUnderSealed(type)) {
                shape = new SealedShape(type, Map.of(type, shape));
            }
            writing.put(type, shape);
        }
        return shape;
    }

    private synchronized Shape made(Class<?> type) {
        Shape shape = shapes.of(type);
        return type.isEnum() && isUnderSealed(type) ? new SealedShape(type, Map.of(type, shape)) : shape;
    }

    private static boolean isUnderSealed(Class<?> type) {
        for (Class<?> above : type.getInterfaces()) {
            if (above.isSealed() || isUnderSealed(above)) {
                return true;
            }
        }
        return false;
    }
}
