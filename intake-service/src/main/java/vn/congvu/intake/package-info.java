@NullMarked
package vn.congvu.intake;

import org.jspecify.annotations.NullMarked;
