package dev.daybook.examples.desk;

/** Something that happened at the desk. */
public interface DeskEvent {

    /** The event in a sentence, for people. */
    String describe();
}
