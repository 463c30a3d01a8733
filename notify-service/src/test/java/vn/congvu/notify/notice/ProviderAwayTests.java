package vn.congvu.notify.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;
import vn.congvu.contracts.Exchanges;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.notify.breaker.BreakerFigures;

class ProviderAwayTests extends NotifyTests {
    private static final int MATTERS = 10;
    private static final Instant TEN_AT_NIGHT_OF_THE_NEXT_DAY = Instant.parse("2026-03-03T15:00:00Z");
    private static final Instant SEVEN_IN_THE_MORNING_AFTER = Instant.parse("2026-03-04T00:00:00Z");

    @Autowired
    NoticeFigures figures;

    @Autowired
    MeterRegistry meters;

    @Test
    void aDayWithoutTheProviderLosesAndDoublesNothingAndWakesNobody() {
        provider(aResponse().withStatus(503));
        IntStream.range(0, MATTERS).forEach(n -> {
            var matter = Happenings.of(phone("away-" + n, "090777770" + n));
            incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        });
        await().until(() -> mongo.count(new Query(), Notice.class) == MATTERS);
        while (clock.instant().isBefore(TEN_AT_NIGHT_OF_THE_NEXT_DAY)) {
            sweep();
            clock.advance(Duration.ofHours(1));
        }
        figures.read();
        assertThat(waiting(State.PENDING)).isEqualTo(MATTERS);
        assertThat(meters.get("complaints.notices.for.person").gauge().value()).isZero();

        clock.set(TEN_AT_NIGHT_OF_THE_NEXT_DAY);
        WORLD.resetRequests();
        providerTakesEverything();
        sweep();
        assertThat(texts()).isEmpty();
        clock.set(SEVEN_IN_THE_MORNING_AFTER);
        await().untilAsserted(() -> {
            sweep();
            clock.advance(Duration.ofMinutes(2));
            assertThat(form("To")).hasSize(MATTERS);
        });

        sweep();
        assertThat(form("To")).hasSize(MATTERS).doesNotHaveDuplicates();
        figures.read();
        assertThat(waiting(State.PENDING)).isZero();
    }

    @Test
    void healthNamesTheProviderWhileItsBreakerIsOpen() {
        var provider = context.getBean("providerFigures", BreakerFigures.class);
        assertThat(provider.trouble()).isEmpty();
        provider(aResponse().withStatus(503));
        IntStream.range(0, 6).forEach(n -> {
            var matter = Happenings.of(phone("open-" + n, "090777771" + n));
            incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        });
        await().untilAsserted(() -> {
            clock.advance(Duration.ofMinutes(1));
            sweep();
            assertThat(provider.trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("sms", "messages wait"));
        });

        providerTakesEverything();
        await().untilAsserted(() -> {
            clock.advance(Duration.ofMinutes(1));
            sweep();
            assertThat(provider.trouble()).isEmpty();
        });
    }

    private double waiting(State state) {
        return meters.get("complaints.notices.waiting")
                .tag("state", state.name())
                .gauge()
                .value();
    }
}
