/** The test kit of the services: real servers, a clock that is moved, tokens, and events awaited. */
@NullMarked
package vn.congvu.platform.testing;

import org.jspecify.annotations.NullMarked;
