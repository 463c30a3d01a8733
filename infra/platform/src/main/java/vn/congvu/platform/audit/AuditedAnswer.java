package vn.congvu.platform.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer tells its entry; the components of a record are enough. */
public interface AuditedAnswer {
    /** By which people know what was read. */
    default @Nullable String reference() {
        return null;
    }

    /** Of a list: counted, and named where its rows are {@link AuditedAnswer}s with a reference. */
    default @Nullable List<?> items() {
        return null;
    }
}
