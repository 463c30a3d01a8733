/** Messages are durable here before the broker is acknowledged, and are applied in order. */
@NullMarked
package vn.congvu.platform.inbox;

import org.jspecify.annotations.NullMarked;
