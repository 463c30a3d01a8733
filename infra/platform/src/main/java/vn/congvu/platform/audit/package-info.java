/** Who looked at what and who did what: a chain of entries that can't be changed unnoticed. */
@NullMarked
package vn.congvu.platform.audit;

import org.jspecify.annotations.NullMarked;
