/** Breaks everything at once, by chance and with a seed, and then looks whether anything was lost or doubled. */
@NullMarked
package vn.congvu.devstack.torture;

import org.jspecify.annotations.NullMarked;
