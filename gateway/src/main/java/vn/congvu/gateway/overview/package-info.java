/** What Home Affairs watches. */
@NullMarked
package vn.congvu.gateway.overview;

import org.jspecify.annotations.NullMarked;
