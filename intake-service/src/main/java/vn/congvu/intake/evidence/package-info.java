/** Photos, documents and recordings that belong to a report. */
@NullMarked
package vn.congvu.intake.evidence;

import org.jspecify.annotations.NullMarked;
