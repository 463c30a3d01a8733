/** The public league table of agencies. */
@NullMarked
package vn.congvu.gateway.statistics;

import org.jspecify.annotations.NullMarked;
