package vn.congvu.platform.outbox;

import java.util.List;

/**
 * Declared as a bean by a service that publishes.
 *
 * @param exchange its topic exchange
 * @param aggregates whose events it publishes
 */
public record Publisher(String exchange, List<Class<? extends Aggregate>> aggregates) {}
