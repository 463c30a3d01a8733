package vn.congvu.platform.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.platform.audit.AuditedAnswer;

/**
 * One page of a list.
 *
 * @param next the opaque cursor of the next page, absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) implements AuditedAnswer {}
