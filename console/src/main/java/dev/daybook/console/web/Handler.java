package dev.daybook.console.web;

/** Answers the calls of one route. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers a call.
     *
     * @throws Problem if the call cannot be answered, for a reason that the caller may know
     * @throws Exception for whatever else: the caller learns that it failed, and under which number it is logged
     */
    Answer handle(Call call) throws Exception;
}
