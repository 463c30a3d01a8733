/** Events that the notify service publishes. */
@NullMarked
package vn.congvu.contracts.notify;

import org.jspecify.annotations.NullMarked;
