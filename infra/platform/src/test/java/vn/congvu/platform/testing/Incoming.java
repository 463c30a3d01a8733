package vn.congvu.platform.testing;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventTypes;
import vn.congvu.contracts.Ids;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.messaging.EventJson;

/** Plays another service: publishes its events to the service under test, numbered as an aggregate numbers them. */
public final class Incoming {
    private final ObjectProvider<RabbitTemplate> rabbit;
    private final MutableClock clock;
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    Incoming(ObjectProvider<RabbitTemplate> rabbit, MutableClock clock) {
        this.rabbit = rabbit;
        this.clock = clock;
    }

    /** Publishes the next event of an aggregate. */
    public Envelope publish(String exchange, String aggregateId, String correlationId, Event event) {
        var sequence = sequences.merge(aggregateId, 1L, Long::sum);
        var envelope = envelope(exchange, aggregateId, sequence, correlationId, event);
        publish(envelope);
        return envelope;
    }

    /** Publishes the same message again, as a broker may. */
    public void publish(Envelope envelope) {
        rabbit.getObject().send(envelope.publisher(), envelope.type(), envelope.toMessage());
    }

    public Envelope envelope(String exchange, String aggregateId, long sequence, String correlationId, Event event) {
        return new Envelope(
                Ids.next(),
                exchange,
                EventTypes.keyOf(event.getClass()),
                aggregateId,
                sequence,
                correlationId,
                Instant.now(clock),
                EventJson.write(event));
    }
}
