package vn.congvu.contracts;

import java.util.List;

/**
 * Every queue between the services, so that a publisher can declare its readers' queues before its first event: nothing is lost
 * whichever starts first. A test proves that each has a worker.
 */
public enum Queues {
    CASES_FOLLOW_COMPLAINTS("cases.follow-complaints", Exchanges.INTAKE),
    NOTIFY_FOLLOW_COMPLAINTS("notify.follow-complaints", Exchanges.INTAKE),
    INTAKE_FOLLOW_CASES("intake.follow-cases", Exchanges.CASES),
    NOTIFY_FOLLOW_CASES("notify.follow-cases", Exchanges.CASES),
    INTAKE_FOLLOW_NOTICES("intake.follow-notices", Exchanges.NOTIFY),
    CASES_FOLLOW_NOTICES("cases.follow-notices", Exchanges.NOTIFY);

    private final String queue;
    private final String exchange;

    Queues(String queue, String exchange) {
        this.queue = queue;
        this.exchange = exchange;
    }

    public String queue() {
        return queue;
    }

    public String exchange() {
        return exchange;
    }

    /** The queues that read an exchange. */
    public static List<String> of(String exchange) {
        return List.of(values()).stream()
                .filter(queue -> queue.exchange.equals(exchange))
                .map(Queues::queue)
                .toList();
    }
}
