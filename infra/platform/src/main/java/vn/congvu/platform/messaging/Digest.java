package vn.congvu.platform.messaging;

import java.util.Map;

/** How far aggregates of a publisher have come: aggregate id to last published sequence. */
public record Digest(String publisher, Map<String, Long> lastSequences) {}
