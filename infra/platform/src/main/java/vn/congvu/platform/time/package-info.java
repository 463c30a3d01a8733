/** The injected clock. */
@NullMarked
package vn.congvu.platform.time;

import org.jspecify.annotations.NullMarked;
