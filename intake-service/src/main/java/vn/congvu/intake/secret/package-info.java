/** The one secret of this service and what is derived from it. */
@NullMarked
package vn.congvu.intake.secret;

import org.jspecify.annotations.NullMarked;
