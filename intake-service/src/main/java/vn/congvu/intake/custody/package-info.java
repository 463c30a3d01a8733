/** Asking the custodian who reported: the motivated request, the decision of somebody else, and the opening for a day. */
@NullMarked
package vn.congvu.intake.custody;

import org.jspecify.annotations.NullMarked;
