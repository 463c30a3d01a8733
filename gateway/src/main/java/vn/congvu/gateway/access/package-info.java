/** Who may come in: accounts, sign-in by cookie or bearer token, and what every answer's headers say. */
@NullMarked
package vn.congvu.gateway.access;

import org.jspecify.annotations.NullMarked;
