/** Events that the intake service publishes. */
@NullMarked
package vn.congvu.contracts.intake;

import org.jspecify.annotations.NullMarked;
