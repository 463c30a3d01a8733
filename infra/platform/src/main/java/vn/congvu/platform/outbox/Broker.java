package vn.congvu.platform.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import vn.congvu.platform.failpoint.Failpoint;
import vn.congvu.platform.messaging.Envelope;

/** Publishes one event and waits until the broker is responsible for it. */
final class Broker {
    private final RabbitTemplate rabbit;
    private final Duration confirmWithin;

    Broker(RabbitTemplate rabbit, Duration confirmWithin) {
        this.rabbit = rabbit;
        this.confirmWithin = confirmWithin;
    }

    /** @return why the broker did not take it; empty when it confirmed and routed the event */
    Optional<String> publish(Envelope event) {
        return send(event.publisher(), event.type(), event);
    }

    /** Sends a kept event again, to one queue only. */
    Optional<String> publishTo(String queue, Envelope event) {
        return send("", queue, event);
    }

    private Optional<String> send(String exchange, String routingKey, Envelope event) {
        var correlation = new CorrelationData(event.eventId());
        try {
            rabbit.send(exchange, routingKey, event.toMessage(), correlation);
            Failpoint.RELAY_UNCONFIRMED.pass();
            var confirm = correlation.getFuture().get(confirmWithin.toMillis(), TimeUnit.MILLISECONDS);
            if (!confirm.ack()) {
                return Optional.of("the broker refused it: " + confirm.reason());
            }
            var returned = correlation.getReturned();
            return returned == null
                    ? Optional.empty()
                    : Optional.of("no queue is bound for it: " + returned.getReplyText());
        } catch (AmqpException | ExecutionException unreachable) {
            return Optional.of("the broker can't be reached: " + unreachable.getMessage());
        } catch (TimeoutException late) {
            return Optional.of("no confirm within " + confirmWithin);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of("the service is stopping");
        }
    }
}
