package vn.congvu.platform.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands at a handler method: each call is one entry. What is read is recorded before it leaves, and what is changed before it
 * is changed; where the entry can't be written, nothing is shown and nothing is done. Refusals are entries too.
 *
 * <p>An entry names the variables of the address, the reference of an {@link AuditedAnswer} and of each row of a list, and the shape of a search: which
 * parameters, how long, how many results, never the words.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    AuditAction value();
}
