package dev.daybook.core.projection;

/**
 * A projection whose name, events and first state are given when it is made, so that only its key and its fold are left to say.
 *
 * @param <S> the state of a key, of one class
 * @param <E> the events
 */
public abstract class PlainProjection<S, E> implements Projection<S, E> {

    private final String name;
    private final Class<E> eventClass;
    private final S initial;

    /**
     * A projection in its first version, unless {@link #version} says another.
     *
     * @param name what the view is called, the same for good
     * @param eventClass the class of the events, see {@link Projection#eventClass}
     * @param initial the state of a key of which nothing has been told; every state has its class
     */
    protected PlainProjection(String name, Class<E> eventClass, S initial) {
        this.name = name;
        this.eventClass = eventClass;
        this.initial = initial;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<E> eventClass() {
        return eventClass;
    }

    /** The class of the first state, as the constructor asks for. */
    @Override
    @SuppressWarnings("unchecked")
    public final Class<S> stateClass() {
        return (Class<S>) initial.getClass();
    }

    @Override
    public final S initial() {
        return initial;
    }
}
