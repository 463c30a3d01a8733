/** What the services say to each other: shared ids and words. No framework. */
@NullMarked
package vn.congvu.contracts;

import org.jspecify.annotations.NullMarked;
