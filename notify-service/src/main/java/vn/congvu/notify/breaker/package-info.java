/** Circuit breakers as something that is watched. */
@NullMarked
package vn.congvu.notify.breaker;

import org.jspecify.annotations.NullMarked;
