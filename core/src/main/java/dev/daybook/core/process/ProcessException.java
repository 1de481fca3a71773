package dev.daybook.core.process;

/** A command that cannot be carried out, or a process manager that fails. */
final class ProcessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProcessException(String manager, String what, Exception cause) {
        super("the process manager " + manager + " " + what + ": " + cause, cause);
    }
}
