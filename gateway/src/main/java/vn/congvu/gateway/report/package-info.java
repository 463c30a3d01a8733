/** The citizen's form and the receipt. */
@NullMarked
package vn.congvu.gateway.report;

import org.jspecify.annotations.NullMarked;
