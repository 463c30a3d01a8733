/** Events that the cases service publishes. */
@NullMarked
package vn.congvu.contracts.cases;

import org.jspecify.annotations.NullMarked;
