package dev.daybook.examples.desk;

/** Why the desk refuses a command. */
public interface Rejection {

    /** What was asked, what stands against it and what can be done. */
    String describe();
}
