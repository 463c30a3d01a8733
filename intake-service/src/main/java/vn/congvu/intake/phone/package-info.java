/** Telephone numbers as people write them in Viet Nam. */
@NullMarked
package vn.congvu.intake.phone;

import org.jspecify.annotations.NullMarked;
