/** Reports and replies by text message, whichever provider carries them. */
@NullMarked
package vn.congvu.intake.sms;

import org.jspecify.annotations.NullMarked;
