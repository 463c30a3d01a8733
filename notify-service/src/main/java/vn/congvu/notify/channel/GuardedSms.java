package vn.congvu.notify.channel;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider behind a rate limit, a circuit breaker and a short retry of what was surely not accepted. What the breaker or the
 * limit holds back was not sent and waits in the ledger.
 */
final class GuardedSms implements SmsProvider {
    private static final Logger log = LoggerFactory.getLogger(GuardedSms.class);
    private static final int WINDOW = 20;
    private static final int JUDGED_FROM = 5;

    private final SmsProvider provider;
    private final CircuitBreaker breaker;
    private final RateLimiter limiter;
    private final Retry retry;

    GuardedSms(SmsProvider provider, SmsGuardSettings settings) {
        this.provider = provider;
        this.breaker = CircuitBreaker.of(
                "sms",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(JUDGED_FROM)
                        .failureRateThreshold(settings.openAfter())
                        .waitDurationInOpenState(settings.openFor())
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordResult(GuardedSms::providerIsIll)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn("SMS provider: circuit breaker {}", change.getStateTransition()));
        this.limiter = RateLimiter.of(
                "sms",
                RateLimiterConfig.custom()
                        .limitForPeriod(settings.perSecond())
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(Duration.ofSeconds(2))
                        .build());
        this.retry = Retry.of(
                "sms",
                RetryConfig.<Outcome>custom()
                        .maxAttempts(settings.tries())
                        .waitDuration(settings.pause())
                        .retryOnResult(Outcome.NotAccepted.class::isInstance)
                        .retryOnException(never -> false)
                        .build());
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    @Override
    public Outcome send(Sms sms) {
        Supplier<Outcome> once = RateLimiter.decorateSupplier(
                limiter, CircuitBreaker.decorateSupplier(breaker, () -> provider.send(sms)));
        try {
            return Retry.decorateSupplier(retry, once).get();
        } catch (CallNotPermittedException open) {
            return new Outcome.NotAccepted("provider-away");
        } catch (RequestNotPermitted tooMany) {
            return new Outcome.NotAccepted("rate-limit");
        }
    }

    @Override
    public Lookup find(String to, String textHash, Predicate<String> accountedFor) {
        return provider.find(to, textHash, accountedFor);
    }

    @Override
    public boolean available() {
        return breaker.getState() != CircuitBreaker.State.OPEN && provider.available();
    }

    private static boolean providerIsIll(Object result) {
        return result instanceof Outcome outcome
                && switch (outcome) {
                    case Outcome.Accepted _, Outcome.Refused _ -> false;
                    case Outcome.NotAccepted _, Outcome.Unknown _ -> true;
                };
    }
}
