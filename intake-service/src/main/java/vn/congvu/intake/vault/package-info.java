/** Who reported and how to reach them. Nothing but opaque references leaves this package, save to the sender of messages. */
@NullMarked
package vn.congvu.intake.vault;

import org.jspecify.annotations.NullMarked;
