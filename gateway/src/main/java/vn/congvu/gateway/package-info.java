@NullMarked
package vn.congvu.gateway;

import org.jspecify.annotations.NullMarked;
