package dev.daybook.examples;

/** Starts the command line of the examples. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        for (String arg : args) {
            System.out.println(arg);
        }
    }
}
