/** Refusals as RFC 9457 problem details that say what to do next. */
@NullMarked
package vn.congvu.platform.problem;

import org.jspecify.annotations.NullMarked;
