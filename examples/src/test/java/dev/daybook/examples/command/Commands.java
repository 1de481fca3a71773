package dev.daybook.examples.command;

import dev.daybook.examples.terminal.Look;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command line as the process would, and keeps what it said. */
record Commands(int code, String out, String err) {

    static Commands run(String... arguments) {
        return run(Look.plain(), arguments);
    }

    static Commands run(Look look, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLines.run(new PrintWriter(out), new PrintWriter(err), look, arguments);
        return new Commands(code, out.toString(), err.toString());
    }
}
