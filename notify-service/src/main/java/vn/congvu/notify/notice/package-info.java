/** The delivery ledger: each message to one recipient, from the event that caused it to the provider's receipt. */
@NullMarked
package vn.congvu.notify.notice;

import org.jspecify.annotations.NullMarked;
