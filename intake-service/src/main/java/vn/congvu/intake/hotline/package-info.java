/** Calls: the greeting and recording by machine, and what a clerk wrote down. */
@NullMarked
package vn.congvu.intake.hotline;

import org.jspecify.annotations.NullMarked;
