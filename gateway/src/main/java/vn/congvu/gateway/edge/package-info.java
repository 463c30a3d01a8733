/** The outermost rules: whose word about an address is believed, how much and how often somebody may send. */
@NullMarked
package vn.congvu.gateway.edge;

import org.jspecify.annotations.NullMarked;
