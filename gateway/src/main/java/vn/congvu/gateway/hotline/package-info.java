/** The operator's form. */
@NullMarked
package vn.congvu.gateway.hotline;

import org.jspecify.annotations.NullMarked;
