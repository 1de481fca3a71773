package dev.daybook.core.projection;

/**
 * Is told how far long work on a view has come, step by step, by the thread that does it. What it throws ends the work: so it is
 * cancelled.
 */
public interface ViewProgress {

    /** Listens to nothing. */
    ViewProgress UNHEARD = new ViewProgress() {
        @Override
        public void folded(long position, long upTo) {}

        @Override
        public void seen(long keys) {}
    };

    /**
     * The log was folded so far. Where it is folded part by part, the positions begin anew with each part.
     *
     * @param position up to which position
     * @param upTo where the work ends with it; more, where the view has moved on meanwhile
     */
    void folded(long position, long upTo);

    /**
     * So many keys were compared, or their rows removed.
     *
     * @param keys how many since the work began
     */
    void seen(long keys);
}
