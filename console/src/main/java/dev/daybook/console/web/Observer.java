package dev.daybook.console.web;

/** Learns of every call that was answered. */
@FunctionalInterface
public interface Observer {

    /**
     * A call was answered.
     *
     * @param route the path as the table has it, {@code none} for what is not in it
     */
    void answered(String route, int status, long nanos);
}
