/** Indexes and data changes as versioned code, run once. */
@NullMarked
package vn.congvu.platform.migration;

import org.jspecify.annotations.NullMarked;
