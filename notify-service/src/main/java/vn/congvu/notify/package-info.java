@NullMarked
package vn.congvu.notify;

import org.jspecify.annotations.NullMarked;
