/** What is kept for how long, and the end of it. */
@NullMarked
package vn.congvu.intake.retention;

import org.jspecify.annotations.NullMarked;
