@NullMarked
package vn.congvu.cases;

import org.jspecify.annotations.NullMarked;
