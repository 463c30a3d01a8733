/** How much a whole suite takes, beside what its servers give by themselves, and with nothing lost. */
@NullMarked
package vn.congvu.load;

import org.jspecify.annotations.NullMarked;
