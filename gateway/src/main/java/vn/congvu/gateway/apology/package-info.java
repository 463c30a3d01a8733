/** The public board of apologies. */
@NullMarked
package vn.congvu.gateway.apology;

import org.jspecify.annotations.NullMarked;
