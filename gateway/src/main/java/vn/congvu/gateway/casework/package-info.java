/** The inbox and the case page of heads, officers and triage. */
@NullMarked
package vn.congvu.gateway.casework;

import org.jspecify.annotations.NullMarked;
