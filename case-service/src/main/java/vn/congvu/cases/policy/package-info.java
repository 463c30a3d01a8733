@NullMarked
package vn.congvu.cases.policy;

import org.jspecify.annotations.NullMarked;
