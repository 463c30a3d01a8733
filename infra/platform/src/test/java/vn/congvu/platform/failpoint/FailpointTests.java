package vn.congvu.platform.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FailpointTests {
    private final AtomicInteger deaths = new AtomicInteger();

    @AfterEach
    void disarm() {
        Failpoints.disarm();
    }

    @Test
    void nothingHappensUnlessOneIsArmed() {
        for (var point : Failpoint.values()) {
            point.pass();
        }
        assertThat(deaths).hasValue(0);
    }

    @Test
    void onlyTheArmedOneGoesOffAndAtItsPassing() {
        Failpoints.arm(Failpoint.INBOX_UNAPPLIED, 3, deaths::incrementAndGet);

        Failpoint.INBOX_UNMARKED.pass();
        Failpoint.INBOX_UNAPPLIED.pass();
        Failpoint.INBOX_UNAPPLIED.pass();
        assertThat(deaths).hasValue(0);
        Failpoint.INBOX_UNAPPLIED.pass();
        assertThat(deaths).hasValue(1);
    }

    @Test
    void ofManyThreadsThatPassAtOnceOneDies() {
        Failpoints.arm(Failpoint.RELAY_UNCLAIMED, 50, deaths::incrementAndGet);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(any -> threads.execute(Failpoint.RELAY_UNCLAIMED::pass));
        }

        assertThat(deaths).hasValue(1);
    }

    @Test
    void aProductionWithAnArmedFailpointDoesNotStart() {
        var production = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(FailpointConfiguration.class))
                .withPropertyValues("complaints.platform.failpoint.armed=RELAY_UNCLAIMED");

        production.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("only a stack for trying out takes it"));
        production
                .withPropertyValues(
                        "complaints.platform.sealing.try-out-keys=true", "complaints.platform.failpoint.nth=1000000")
                .run(context -> assertThat(context).hasSingleBean(FailpointConfiguration.Armed.class));
        production.withPropertyValues("complaints.platform.failpoint.nth=0").run(context -> assertThat(context)
                .hasFailed());
    }

    @Test
    void withoutTheSettingThereIsNothingToArm() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(FailpointConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(FailpointConfiguration.Armed.class));
    }
}
