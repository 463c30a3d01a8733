/** Who may see which case: one policy, asked by endpoints and compiled into queries. */
@NullMarked
package vn.congvu.cases.access;

import org.jspecify.annotations.NullMarked;
