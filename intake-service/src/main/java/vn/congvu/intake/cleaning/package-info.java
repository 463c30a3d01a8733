/** Makes files safe to look at: what can't be made so is refused, and no original picture or document passes. */
@NullMarked
package vn.congvu.intake.cleaning;

import org.jspecify.annotations.NullMarked;
