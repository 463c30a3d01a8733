/** Cursor paging. */
@NullMarked
package vn.congvu.platform.paging;

import org.jspecify.annotations.NullMarked;
