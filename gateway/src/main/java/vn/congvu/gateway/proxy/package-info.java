/** The API: which service answers which path, and what is taken off and put on along the way. */
@NullMarked
package vn.congvu.gateway.proxy;

import org.jspecify.annotations.NullMarked;
