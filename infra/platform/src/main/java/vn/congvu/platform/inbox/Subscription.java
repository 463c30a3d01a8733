package vn.congvu.platform.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventTypes;

/**
 * What a service does about the events of another, declared as a bean. The queue reads everything of the exchange, because an
 * aggregate's events have one numbering; those without a handler are passed over in their turn.
 *
 * <p>A handler is called at least once for each event. Its effect must carry its own mark, as {@code Aggregates.apply} does.
 */
public final class Subscription {
    private record Handler<E extends Event>(Class<E> type, Consumer<Received<E>> consumer) {}

    private final String exchange;
    private final String queue;
    private final Map<String, Handler<?>> handlers;

    private Subscription(String exchange, String queue, Map<String, Handler<?>> handlers) {
        this.exchange = exchange;
        this.queue = queue;
        this.handlers = Map.copyOf(handlers);
    }

    public static Builder to(String exchange, String queue) {
        return new Builder(exchange, queue);
    }

    public String exchange() {
        return exchange;
    }

    /** {@code <consumer>.<what it does>} */
    public String queue() {
        return queue;
    }

    /** Whether a handler knows this event, but in another major version. */
    boolean knowsOtherVersionOf(String type) {
        return !handlers.containsKey(type)
                && handlers.keySet().stream()
                        .anyMatch(known -> withoutVersion(known).equals(withoutVersion(type)));
    }

    Optional<Class<? extends Event>> handled(String type) {
        return Optional.ofNullable(handlers.get(type)).map(Handler::type);
    }

    void handle(String type, Received<?> received) {
        var handler = handlers.get(type);
        if (handler != null) {
            call(handler, received);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Event> void call(Handler<E> handler, Received<?> received) {
        handler.consumer().accept((Received<E>) received);
    }

    private static String withoutVersion(String type) {
        return type.replaceFirst("\\.v\\d+$", "");
    }

    /** Collects the handlers of one queue. */
    public static final class Builder {
        private final String exchange;
        private final String queue;
        private final Map<String, Handler<?>> handlers = new LinkedHashMap<>();

        private Builder(String exchange, String queue) {
            this.exchange = exchange;
            this.queue = queue;
        }

        /** @throws IllegalArgumentException if the type has a handler already */
        public <E extends Event> Builder on(Class<E> type, Consumer<Received<E>> handler) {
            if (handlers.put(EventTypes.keyOf(type), new Handler<>(type, handler)) != null) {
                throw new IllegalArgumentException(queue + " has two handlers for " + type.getSimpleName());
            }
            return this;
        }

        public Subscription build() {
            return new Subscription(exchange, queue, handlers);
        }
    }
}
