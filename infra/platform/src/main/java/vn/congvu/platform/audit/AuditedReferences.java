package vn.congvu.platform.audit;

import java.util.Optional;

/**
 * A bean of a service that knows by which reference people know an id of an address: with it, whoever asks for a reference finds
 * what was tried, refused or downloaded as well, where no {@link AuditedAnswer} says it.
 */
@FunctionalInterface
public interface AuditedReferences {
    Optional<String> of(String id);
}
