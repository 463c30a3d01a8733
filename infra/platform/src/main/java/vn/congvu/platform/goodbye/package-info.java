/** How a replica leaves without anybody noticing. */
@NullMarked
package vn.congvu.platform.goodbye;

import org.jspecify.annotations.NullMarked;
