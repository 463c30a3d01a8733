/** A state change and the events it causes are one document write; the relay hands them to the broker. */
@NullMarked
package vn.congvu.platform.outbox;

import org.jspecify.annotations.NullMarked;
