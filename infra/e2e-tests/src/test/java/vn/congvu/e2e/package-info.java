/** The packaged services as their users meet them: over HTTP and in a real browser. */
@NullMarked
package vn.congvu.e2e;

import org.jspecify.annotations.NullMarked;
