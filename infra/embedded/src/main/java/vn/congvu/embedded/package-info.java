/** A database and a broker inside the process, for the dev stack and the tests: nothing to install. */
@NullMarked
package vn.congvu.embedded;

import org.jspecify.annotations.NullMarked;
