/** The outside world: phones, mailbox, the message provider and the clock, visible on a page and driven over HTTP. */
@NullMarked
package vn.congvu.devstack.world;

import org.jspecify.annotations.NullMarked;
