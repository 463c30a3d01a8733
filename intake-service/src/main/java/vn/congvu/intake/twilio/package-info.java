/** What every request from and to Twilio has in common: signatures, forms, its API. */
@NullMarked
package vn.congvu.intake.twilio;

import org.jspecify.annotations.NullMarked;
