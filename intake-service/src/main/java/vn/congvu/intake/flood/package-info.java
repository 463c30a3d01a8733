/** Notices floods: what comes too often from one network is taken and marked, never refused. */
@NullMarked
package vn.congvu.intake.flood;

import org.jspecify.annotations.NullMarked;
