/** The life of a case file, from routing to its end. */
@NullMarked
package vn.congvu.cases.casefile;

import org.jspecify.annotations.NullMarked;
