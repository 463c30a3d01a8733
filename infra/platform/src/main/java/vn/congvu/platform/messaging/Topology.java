package vn.congvu.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/** What stands on the broker. Publisher and reader both declare it, so that neither has to start first. */
public final class Topology {
    /** Messages that RabbitMQ gave up on, by the name of the queue they came from. */
    public static final String DEAD_LETTERS = "complaints.dead-letters";
    /** Requests to send kept events again, by the name of the publisher's exchange. */
    public static final String RESEND = "complaints.resend";
    /** The last sequences of what changed, by the name of the publisher's exchange. */
    public static final String DIGESTS = "complaints.digests";

    private final MessagingProperties properties;

    public Topology(MessagingProperties properties) {
        this.properties = properties;
    }

    /** A queue that reads everything of an exchange, with the queue for its dead letters and for digests. */
    public Declarables reader(String exchange, String queue) {
        var declared = new ArrayList<Declarable>();
        var source = new TopicExchange(exchange);
        var reader = durable(queue);
        var dead = new DirectExchange(DEAD_LETTERS);
        var digests = new DirectExchange(DIGESTS);
        var deadLetters = durable(deadLettersOf(queue));
        var digestQueue = durable(digestsOf(queue));
        declared.addAll(List.of(source, reader, dead, deadLetters, digests, digestQueue));
        declared.add(BindingBuilder.bind(reader).to(source).with("#"));
        declared.add(BindingBuilder.bind(deadLetters).to(dead).with(queue));
        declared.add(BindingBuilder.bind(digestQueue).to(digests).with(exchange));
        return new Declarables(declared);
    }

    /** The exchange of a publisher and the queue that asks it to send again. */
    public Declarables publisher(String exchange) {
        var resend = new DirectExchange(RESEND);
        var requests = durable(resendsOf(exchange));
        Binding asked = BindingBuilder.bind(requests).to(resend).with(exchange);
        return new Declarables(List.of(new TopicExchange(exchange), resend, requests, asked));
    }

    public static String deadLettersOf(String queue) {
        return queue + ".dead";
    }

    public static String digestsOf(String queue) {
        return queue + ".digests";
    }

    public static String resendsOf(String exchange) {
        return exchange + ".resend";
    }

    private Queue durable(String name) {
        return switch (properties.queueType()) {
            case NONE -> QueueBuilder.durable(name).build();
            case QUORUM ->
                QueueBuilder.durable(name)
                        .quorum()
                        .deliveryLimit(properties.deliveryLimit())
                        .deadLetterExchange(DEAD_LETTERS)
                        .deadLetterRoutingKey(name)
                        .build();
        };
    }
}
