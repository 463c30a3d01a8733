/** The plumbing that every service stands on. */
@NullMarked
package vn.congvu.platform;

import org.jspecify.annotations.NullMarked;
