/** Work that goes on while nobody waits for its answer. */
@NullMarked
package vn.congvu.platform.background;

import org.jspecify.annotations.NullMarked;
