/** By when a report received now will be answered. */
@NullMarked
package vn.congvu.cases.answerdate;

import org.jspecify.annotations.NullMarked;
