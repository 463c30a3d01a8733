/** The report itself: how it is accepted once, what the reporter may add, and the code that opens it. */
@NullMarked
package vn.congvu.intake.complaint;

import org.jspecify.annotations.NullMarked;
