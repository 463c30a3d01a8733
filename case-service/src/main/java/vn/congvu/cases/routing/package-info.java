/** Which head must answer, and why; what a text seems to be about. */
@NullMarked
package vn.congvu.cases.routing;

import org.jspecify.annotations.NullMarked;
