package vn.congvu.devstack;

import java.io.PrintStream;
import java.util.Locale;

/** What is said on the screen: a line a part with its seconds. */
final class Console {
    private final PrintStream out;
    private final long start = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** {@code   4.2 s  case-service    http://127.0.0.1:8082} */
    synchronized void ready(String part, String where) {
        say(String.format(Locale.ROOT, "%6.1f s  %-16s %s", seconds(), part, where));
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
