/** The description of the whole API, and of its problems. */
@NullMarked
package vn.congvu.gateway.docs;

import org.jspecify.annotations.NullMarked;
