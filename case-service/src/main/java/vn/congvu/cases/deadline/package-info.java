@NullMarked
package vn.congvu.cases.deadline;

import org.jspecify.annotations.NullMarked;
