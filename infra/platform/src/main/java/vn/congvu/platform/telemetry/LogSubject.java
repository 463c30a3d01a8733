package vn.congvu.platform.telemetry;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the log lines of this thread are about: a reference, or the code of a dossier. Both are public names of a matter and none of
 * a person. Structured logs show it as {@code reference}.
 */
public final class LogSubject implements AutoCloseable {
    private static final String KEY = "reference";

    private final @Nullable String before;

    private LogSubject(@Nullable String before) {
        this.before = before;
    }

    /** To be closed by the same thread. */
    public static LogSubject is(String reference) {
        var subject = new LogSubject(MDC.get(KEY));
        MDC.put(KEY, reference);
        return subject;
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, before);
        }
    }
}
