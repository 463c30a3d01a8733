/** What deadlines rest on: the calendar and the policy of limits, shown, tried and changed. */
@NullMarked
package vn.congvu.gateway.deadline;

import org.jspecify.annotations.NullMarked;
