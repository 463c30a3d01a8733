/** Who is calling: short-lived signed tokens between the services. */
@NullMarked
package vn.congvu.platform.access;

import org.jspecify.annotations.NullMarked;
