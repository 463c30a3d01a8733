package vn.congvu.load;

import static us.abstracta.jmeter.javadsl.JmeterDsl.httpSampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jsr223PreProcessor;
import static us.abstracta.jmeter.javadsl.JmeterDsl.rpsThreadGroup;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.http.entity.ContentType;
import us.abstracta.jmeter.javadsl.core.stats.StatsSummary;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup;
import us.abstracta.jmeter.javadsl.http.DslHttpSampler;

/** Many callers at one address, by JMeter. */
final class Load {
    private static final Duration RAMP = Duration.ofSeconds(3);
    static final int MOST_CALLERS = 64;

    /**
     * What is asked each time.
     *
     * @param values by which the placeholders of headers and body are filled anew for each call
     */
    record Call(
            URI address,
            Map<String, String> headers,
            String body,
            ContentType type,
            Supplier<Map<String, String>> values) {
        static Call get(URI address) {
            return new Call(address, Map.of(), "", ContentType.TEXT_PLAIN, Map::of);
        }
    }

    /** @param refused answers that were none of 2xx or 3xx, and calls without an answer */
    record Outcome(long calls, long refused, double perSecond, double p50, double p95, double p99) {
        static Outcome of(StatsSummary stats) {
            return new Outcome(
                    stats.samplesCount(),
                    stats.errorsCount(),
                    stats.samples().perSecond(),
                    millis(stats.sampleTime().median()),
                    millis(stats.sampleTime().perc95()),
                    millis(stats.sampleTime().perc99()));
        }

        long taken() {
            return calls - refused;
        }

        private static double millis(Duration time) {
            return time.toNanos() / 1e6;
        }
    }

    private Load() {}

    /** As fast as so many connections allow. */
    static Outcome fullSpeed(int connections, Duration time, Call call) throws IOException {
        return run(threadGroup(connections, time).children(sampler(call)));
    }

    /** So many calls a second, whatever the answers take. */
    static Outcome steady(int perSecond, Duration time, Call call) throws IOException {
        return run(rpsThreadGroup()
                .maxThreads(MOST_CALLERS)
                .rampToAndHold(perSecond, RAMP, time)
                .children(sampler(call)));
    }

    private static Outcome run(BaseThreadGroup<?> callers) throws IOException {
        return Outcome.of(testPlan(callers).run().overall());
    }

    private static DslHttpSampler sampler(Call call) {
        var sampler = httpSampler(call.address().toString());
        if (!call.body().isEmpty()) {
            sampler.post(call.body(), call.type());
        }
        call.headers().forEach(sampler::header);
        return sampler.children(jsr223PreProcessor(script -> call.values().get().forEach(script.vars::put)));
    }
}
