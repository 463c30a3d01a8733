/** Words of people, sealed while they travel. */
@NullMarked
package vn.congvu.platform.sealing;

import org.jspecify.annotations.NullMarked;
