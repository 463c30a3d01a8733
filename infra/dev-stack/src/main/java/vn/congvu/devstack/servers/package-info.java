/** Real servers instead of the embedded ones. */
@NullMarked
package vn.congvu.devstack.servers;

import org.jspecify.annotations.NullMarked;
