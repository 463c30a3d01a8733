/** What became of a report, and the reporter's side of the dialogue. */
@NullMarked
package vn.congvu.gateway.tracking;

import org.jspecify.annotations.NullMarked;
