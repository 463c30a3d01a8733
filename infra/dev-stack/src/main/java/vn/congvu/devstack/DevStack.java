package vn.congvu.devstack;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.congvu.devstack.suite.CannotStart;

/** Starts the whole suite on this machine and runs until it is stopped: {@code infra/up} calls it. */
final class DevStack {
    private static final Logger log = Logger.getLogger(DevStack.class.getName());

    private DevStack() {}

    /** Ends with 1 and one clear line when the suite can't start, or when a part of it dies. */
    static void main(String[] arguments) {
        var console = new Console(System.out);
        try {
            var options = Options.parse(List.of(arguments));
            var stack = new Stack(options, console);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            var suite = stack.start();
            console.say(String.format(
                    Locale.ROOT, "%nStarted in %.1f s. Ctrl-C or infra/down stops everything.", console.seconds()));
            if (options.demo()) {
                new Thread(stack::playDemo, "demo").start();
            }
            fail(suite.awaitDeath());
        } catch (CannotStart reason) {
            fail(reason.line());
        } catch (Exception unexpected) {
            log.log(Level.SEVERE, "Can't start", unexpected);
            fail("Can't start: " + reason(unexpected) + ". More in the folder logs of the run directory.");
        }
    }

    private static Throwable reason(Throwable unexpected) {
        var cause = unexpected.getCause();
        return cause == null ? unexpected : reason(cause);
    }

    private static void fail(String line) {
        System.err.println(line);
        System.exit(1);
    }
}
