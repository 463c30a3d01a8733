package vn.congvu.platform.telemetry;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace to where no thread carries it: through the outbox, the broker and the inbox. It travels as W3C trace context, a
 * pair of random numbers. What is not traced carries nothing and costs nothing.
 */
public final class Traces {
    private static final String TRACEPARENT = "traceparent";
    private static final Step NONE = new Step(null, null, null);

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** One piece of work of a trace, on this thread until it is closed. */
    public static final class Step implements AutoCloseable {
        private final @Nullable Span span;
        private final Tracer.@Nullable SpanInScope scope;
        private final @Nullable String trace;

        private Step(@Nullable Span span, Tracer.@Nullable SpanInScope scope, @Nullable String trace) {
            this.span = span;
            this.scope = scope;
            this.trace = trace;
        }

        /** What whoever goes on has to be given. */
        public @Nullable String trace() {
            return trace;
        }

        @Override
        public void close() {
            if (scope != null && span != null) {
                scope.close();
                span.end();
            }
        }
    }

    /** The trace of what this thread does, to go on elsewhere; absent where nothing is recorded. */
    public @Nullable String current() {
        var span = tracer == null ? null : tracer.currentSpan();
        return span == null ? null : traceOf(span);
    }

    /** Goes on with a trace that came with an event; does nothing where none came. */
    public Step publishing(@Nullable String trace, String eventType) {
        return step(trace, Span.Kind.PRODUCER, "publish " + eventType);
    }

    /** As {@link #publishing}, on the side that reads. */
    public Step applying(@Nullable String trace, String eventType) {
        return step(trace, Span.Kind.CONSUMER, "apply " + eventType);
    }

    private Step step(@Nullable String trace, Span.Kind kind, String name) {
        if (trace == null || tracer == null || propagator == null) {
            return NONE;
        }
        var span = propagator
                .extract(Map.of(TRACEPARENT, trace), Map::get)
                .kind(kind)
                .name(name)
                .start();
        return new Step(span, tracer.withSpan(span), traceOf(span));
    }

    private @Nullable String traceOf(Span span) {
        if (propagator == null || !Boolean.TRUE.equals(span.context().sampled())) {
            return null;
        }
        var carried = new HashMap<String, String>();
        propagator.inject(span.context(), carried, (_, key, value) -> carried.put(key, value));
        return carried.get(TRACEPARENT);
    }
}
