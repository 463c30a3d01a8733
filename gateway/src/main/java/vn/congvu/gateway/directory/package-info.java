/** Agencies and the offices that lead them, as of a day. */
@NullMarked
package vn.congvu.gateway.directory;

import org.jspecify.annotations.NullMarked;
