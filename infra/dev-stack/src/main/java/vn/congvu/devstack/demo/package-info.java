/** Authored complaints of Tây Ninh, played in over the real doors. */
@NullMarked
package vn.congvu.devstack.demo;

import org.jspecify.annotations.NullMarked;
