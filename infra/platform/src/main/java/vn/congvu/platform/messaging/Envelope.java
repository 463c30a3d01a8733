package vn.congvu.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * An event on its way, the same in an outbox, on the broker, in an inbox and among the kept events.
 *
 * @param publisher the exchange it was published on
 * @param sequence of the aggregate, from 1 without gaps
 * @param body JSON of the event record
 * @param trace W3C trace context of what caused it, where that is recorded
 */
public record Envelope(
        String eventId,
        String publisher,
        String type,
        String aggregateId,
        long sequence,
        String correlationId,
        Instant occurredAt,
        String body,
        @Nullable String trace) {
    private static final String TRACE = "traceparent";
    private static final String AGGREGATE_ID = "aggregateId";
    private static final String SEQUENCE = "sequence";
    private static final String OCCURRED_AT = "occurredAt";

    /** A message that no event can be read from; its reason is for people. */
    public static class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason);
        }
    }

    /** An event that no trace led to. */
    public Envelope(
            String eventId,
            String publisher,
            String type,
            String aggregateId,
            long sequence,
            String correlationId,
            Instant occurredAt,
            String body) {
        this(eventId, publisher, type, aggregateId, sequence, correlationId, occurredAt, body, null);
    }

    public Envelope tracedAs(@Nullable String newTrace) {
        return newTrace == null
                ? this
                : new Envelope(
                        eventId, publisher, type, aggregateId, sequence, correlationId, occurredAt, body, newTrace);
    }

    public Message toMessage() {
        var message = MessageBuilder.withBody(body.getBytes(UTF_8))
                .setMessageId(eventId)
                .setType(type)
                .setAppId(publisher)
                .setCorrelationId(correlationId)
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setContentEncoding(UTF_8.name())
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setTimestamp(Date.from(occurredAt))
                .setHeader(AGGREGATE_ID, aggregateId)
                .setHeader(SEQUENCE, sequence)
                .setHeader(OCCURRED_AT, occurredAt.toString());
        if (trace != null) {
            message.setHeader(TRACE, trace);
        }
        return message.build();
    }

    public static Envelope of(Message message) throws Unreadable {
        var properties = message.getMessageProperties();
        try {
            var body = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(message.getBody()))
                    .toString();
            return new Envelope(
                    required(properties.getMessageId(), "messageId"),
                    required(properties.getAppId(), "appId"),
                    required(properties.getType(), "type"),
                    required(properties.getHeader(AGGREGATE_ID), AGGREGATE_ID),
                    Long.parseLong(required(properties.getHeader(SEQUENCE), SEQUENCE)),
                    required(properties.getCorrelationId(), "correlationId"),
                    Instant.parse(required(properties.getHeader(OCCURRED_AT), OCCURRED_AT)),
                    body,
                    trace(properties.getHeader(TRACE)));
        } catch (CharacterCodingException malformed) {
            throw new Unreadable("the body is not UTF-8");
        } catch (NumberFormatException | DateTimeParseException malformed) {
            throw new Unreadable("a header can't be read: " + malformed.getMessage());
        }
    }

    /** No reason to refuse an event: one that is none is left alone. */
    private static @Nullable String trace(@Nullable Object header) {
        return header != null && header.toString().matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
                ? header.toString()
                : null;
    }

    private static String required(@Nullable Object header, String name) throws Unreadable {
        if (header == null) {
            throw new Unreadable("the header " + name + " is missing");
        }
        return header.toString();
    }

    public Document toDocument() {
        var document = new Document("_id", eventId)
                .append("publisher", publisher)
                .append("type", type)
                .append(AGGREGATE_ID, aggregateId)
                .append(SEQUENCE, sequence)
                .append("correlationId", correlationId)
                .append(OCCURRED_AT, occurredAt.toString())
                .append("body", body);
        return trace == null ? document : document.append(TRACE, trace);
    }

    public static Envelope of(Document document) {
        return new Envelope(
                document.getString("_id"),
                document.getString("publisher"),
                document.getString("type"),
                document.getString(AGGREGATE_ID),
                document.getLong(SEQUENCE),
                document.getString("correlationId"),
                Instant.parse(document.getString(OCCURRED_AT)),
                document.getString("body"),
                document.getString(TRACE));
    }
}
