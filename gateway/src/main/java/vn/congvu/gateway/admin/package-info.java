/** Accounts and parked messages. */
@NullMarked
package vn.congvu.gateway.admin;

import org.jspecify.annotations.NullMarked;
