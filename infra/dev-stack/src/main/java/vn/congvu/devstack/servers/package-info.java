/** The database and the broker: embedded ones, and the check that real ones answer. */
@NullMarked
package vn.congvu.devstack.servers;

import org.jspecify.annotations.NullMarked;
