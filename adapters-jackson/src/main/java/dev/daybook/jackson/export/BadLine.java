package dev.daybook.jackson.export;

/** What is wrong with a line, before it is known which line it is. */
final class BadLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    BadLine(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
