/** Measures; asserts nothing, since a shared machine proves nothing about time. */
@NullMarked
package vn.congvu.bench;

import org.jspecify.annotations.NullMarked;
