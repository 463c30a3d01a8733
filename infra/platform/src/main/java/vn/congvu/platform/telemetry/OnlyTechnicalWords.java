package vn.congvu.platform.telemetry;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.otel.bridge.OtelFinishedSpan;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * What may leave in a span: how long what took and how it ended, never an address as it was called, what was looked for, who asked
 * or the words of an exception, all of which may hold a citizen's name.
 */
final class OnlyTechnicalWords implements SpanFilter, SpanExportingPredicate {
    private static final Set<String> ALLOWED =
            Set.of("method", "status", "uri", "outcome", "exception", "client.name", "error");

    @Override
    public FinishedSpan map(FinishedSpan span) {
        var tags = new HashMap<>(span.getTags());
        tags.keySet().retainAll(ALLOWED);
        return OtelFinishedSpan.fromOtel(
                new WithoutMessage(OtelFinishedSpan.toOtel(span.setTags(tags).setEvents(List.of()))));
    }

    /** That it failed, and not with which words. */
    private static final class WithoutMessage extends DelegatingSpanData {
        WithoutMessage(SpanData span) {
            super(span);
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }

    /** Sweeps and the questions of whoever watches are no part of anybody's matter. */
    @Override
    public boolean isExportable(FinishedSpan span) {
        var name = span.getName();
        return !name.startsWith("task ")
                && !name.contains("/actuator")
                && !name.endsWith("/livez")
                && !name.endsWith("/readyz");
    }
}
