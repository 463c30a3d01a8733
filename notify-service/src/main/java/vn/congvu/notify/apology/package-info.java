/** Apologies of agencies: numbered letters and the public board. */
@NullMarked
package vn.congvu.notify.apology;

import org.jspecify.annotations.NullMarked;
