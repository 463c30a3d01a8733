/** The audit trail of the whole suite, for the auditor. */
@NullMarked
package vn.congvu.gateway.audit;

import org.jspecify.annotations.NullMarked;
