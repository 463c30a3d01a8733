package vn.congvu.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.Event;
import vn.congvu.platform.background.Gathering;
import vn.congvu.platform.failpoint.Failpoint;
import vn.congvu.platform.inbox.Inbox.Claim;
import vn.congvu.platform.inbox.Inbox.Waiting;
import vn.congvu.platform.messaging.Backoff;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.messaging.EventJson;
import vn.congvu.platform.messaging.MessagingProperties;
import vn.congvu.platform.messaging.ResendRequest;
import vn.congvu.platform.messaging.Topology;
import vn.congvu.platform.messaging.Work;
import vn.congvu.platform.outbox.StaleRevisionException;
import vn.congvu.platform.problem.DatabaseAway;
import vn.congvu.platform.telemetry.LogSubject;
import vn.congvu.platform.telemetry.Traces;

/** Applies what waits in the inbox, each stream in its order, many streams side by side. */
final class InboxWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int STALE_AT_MOST = 5;
    private static final int MOST_REMOVED_AT_ONCE = 500;

    private final Inbox inbox;
    private final ParkedMessages parked;
    private final RabbitTemplate rabbit;
    private final MessagingProperties properties;
    private final Traces traces;
    private final Map<String, Subscription> subscriptions;
    private final Work<String> work;
    /** Still in the inbox; those of a process that dies are found by the sweep and removed. */
    private final Gathering<Waiting> applied;

    /** By stream, of those that are to be looked at; empty where several came. */
    private final Map<String, Optional<Waiting>> arrived = new ConcurrentHashMap<>();

    InboxWorker(
            Inbox inbox,
            ParkedMessages parked,
            RabbitTemplate rabbit,
            List<Subscription> subscriptions,
            MessagingProperties properties,
            Traces traces) {
        this.inbox = inbox;
        this.parked = parked;
        this.rabbit = rabbit;
        this.properties = properties;
        this.traces = traces;
        this.subscriptions = subscriptions.stream().collect(Collectors.toMap(Subscription::queue, Function.identity()));
        this.work = new Work<>("inbox", properties.concurrency(), this::applyStream);
        this.applied = new Gathering<>("inbox-applied", MOST_REMOVED_AT_ONCE, inbox::removeAll);
    }

    void nudge(String stream) {
        work.add(stream);
    }

    /** Goes on with a message that was stored a moment ago and need not be looked for, unless another one came as well. */
    void goOnWith(String stream, Waiting message) {
        arrived.merge(stream, Optional.of(message), (_, _) -> Optional.empty());
        if (!work.add(stream)) {
            arrived.remove(stream);
        }
    }

    @Scheduled(fixedDelayString = "${complaints.platform.messaging.sweep-every:1s}")
    void sweep() {
        if (!work.isBusy()) {
            inbox.streamsDue().forEach(work::add);
        }
    }

    private void applyStream(String stream) {
        var only = Optional.ofNullable(arrived.remove(stream)).flatMap(Function.identity());
        var claim = inbox.claim(stream, properties.lease());
        if (claim.isEmpty()) {
            return;
        }
        var step = Step.goOn(claim.get());
        try {
            if (only.isPresent() && claim.get().isFreeFor(only.get())) {
                step = applyOnly(claim.get(), only.get());
            }
            while (step.more()) {
                step = applyNext(step.claim());
            }
        } finally {
            if (step.held()) {
                inbox.release(step.claim());
            }
        }
    }

    /**
     * How a look at a stream went.
     *
     * @param more whether there may be more to do now
     * @param held whether the stream is still to be let go
     */
    private record Step(Claim claim, boolean more, boolean held) {
        static Step goOn(Claim claim) {
            return new Step(claim, true, true);
        }

        static Step rest(Claim claim) {
            return new Step(claim, false, true);
        }
    }

    private Step applyOnly(Claim claim, Waiting message) {
        return apply(claim, message) ? finished(claim, message) : Step.rest(claim);
    }

    private Step applyNext(Claim claim) {
        var waiting = inbox.firstTwo(claim.stream());
        if (waiting.isEmpty()) {
            return Step.rest(claim);
        }
        var message = waiting.getFirst();
        long sequence = message.envelope().sequence();
        if (sequence <= claim.applied()) {
            inbox.remove(message);
            return Step.goOn(claim);
        }
        if (sequence > claim.applied() + 1) {
            waitForTheMissing(claim, message);
            return Step.rest(claim);
        }
        if (message.isResting(Instant.now()) || !apply(claim, message)) {
            return Step.rest(claim);
        }
        return waiting.size() > 1 ? advanced(claim, message) : finished(claim, message);
    }

    private Step advanced(Claim claim, Waiting message) {
        long sequence = message.envelope().sequence();
        if (!inbox.advance(claim, sequence)) {
            return Step.rest(claim);
        }
        inbox.remove(message);
        return Step.goOn(claim.at(sequence));
    }

    /** Nothing waits behind it: what comes meanwhile brings another look. */
    private Step finished(Claim claim, Waiting message) {
        long sequence = message.envelope().sequence();
        if (!inbox.finish(claim, sequence)) {
            return Step.rest(claim);
        }
        applied.add(message);
        return new Step(claim.at(sequence), false, false);
    }

    private boolean apply(Claim claim, Waiting message) {
        var envelope = message.envelope();
        try (var _ = LogSubject.is(envelope.correlationId());
                var _ = traces.applying(envelope.trace(), envelope.type())) {
            return applyNamed(claim, message);
        }
    }

    private boolean applyNamed(Claim claim, Waiting message) {
        var subscription = subscriptions.get(Inbox.queueOf(claim.stream()));
        var envelope = message.envelope();
        try {
            if (subscription == null) {
                throw new IllegalStateException("nobody reads the queue of this message any more");
            }
            Failpoint.INBOX_UNAPPLIED.pass();
            handle(subscription, envelope);
            Failpoint.INBOX_UNMARKED.pass();
        } catch (RuntimeException failure) {
            if (failure instanceof RetryLater || DatabaseAway.isCauseOf(failure)) {
                log.info("{} of {} waits: {}", envelope.type(), envelope.correlationId(), failure.getMessage());
                inbox.await(message, Backoff.after(message.waits() + 1));
            } else {
                failed(claim, message, failure);
            }
            return false;
        }
        return true;
    }

    private static void handle(Subscription subscription, Envelope envelope) {
        var type = subscription.handled(envelope.type());
        if (type.isEmpty()) {
            if (subscription.knowsOtherVersionOf(envelope.type())) {
                throw new IllegalArgumentException("this build does not know " + envelope.type());
            }
            return;
        }
        var received = received(envelope, type.get());
        for (int attempt = 1; ; attempt++) {
            try {
                subscription.handle(envelope.type(), received);
                return;
            } catch (StaleRevisionException overtaken) {
                if (attempt == STALE_AT_MOST) {
                    throw overtaken;
                }
                log.debug("{} of {} is decided again", envelope.type(), envelope.correlationId());
            }
        }
    }

    private static <E extends Event> Received<E> received(Envelope envelope, Class<E> type) {
        try {
            return new Received<>(
                    EventJson.read(envelope.body(), type),
                    envelope.eventId(),
                    envelope.publisher(),
                    envelope.aggregateId(),
                    envelope.sequence(),
                    envelope.correlationId(),
                    envelope.occurredAt());
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    "the body is no " + envelope.type() + ": " + malformed.getOriginalMessage());
        }
    }

    private void failed(Claim claim, Waiting message, RuntimeException failure) {
        var envelope = message.envelope();
        int attempts = message.attempts() + 1;
        if (attempts < properties.parkAfter()) {
            log.warn(
                    "{} of {} failed at attempt {} and is tried again",
                    envelope.type(),
                    envelope.correlationId(),
                    attempts,
                    failure);
            inbox.rest(message, Backoff.after(attempts));
            return;
        }
        log.error("{} of {} is parked after {} attempts", envelope.type(), envelope.correlationId(), attempts, failure);
        var reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        parked.park(Inbox.queueOf(claim.stream()), envelope, reason);
        inbox.hold(claim, envelope.sequence());
        inbox.remove(message);
    }

    private void waitForTheMissing(Claim claim, Waiting next) {
        inbox.leaveBehindGap(claim, next, properties.resendAfter());
        if (claim.parked() == claim.applied() + 1) {
            log.debug("{} waits behind a parked message", claim.stream());
            return;
        }
        askAgain(next.envelope().publisher(), claim.stream(), claim.applied() + 1);
    }

    /** Asks the publisher for the events of a stream from a sequence on. */
    void askAgain(String publisher, String stream, long fromSequence) {
        var request = new ResendRequest(Inbox.queueOf(stream), Inbox.aggregateOf(stream), fromSequence);
        log.info("{} lacks sequence {}: {} is asked to send it again", stream, fromSequence, publisher);
        try {
            rabbit.convertAndSend(
                    Topology.RESEND, publisher, JSON.writeValueAsString(request).getBytes(UTF_8));
        } catch (AmqpException away) {
            log.warn("could not ask {} to send again; asked again later", publisher, away);
        }
    }

    /** Puts a parked message back into its turn. */
    void replay(String id, Envelope envelope, String queue) {
        inbox.store(queue, List.of(envelope));
        inbox.letGo(Inbox.stream(queue, envelope.aggregateId()));
        parked.remove(id);
        nudge(Inbox.stream(queue, envelope.aggregateId()));
    }

    @Override
    public void close() {
        work.close();
        applied.close();
    }
}
