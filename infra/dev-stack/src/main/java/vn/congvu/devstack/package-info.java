/** The whole suite on one machine with nothing installed: options, order of starting, what is said on the screen. */
@NullMarked
package vn.congvu.devstack;

import org.jspecify.annotations.NullMarked;
