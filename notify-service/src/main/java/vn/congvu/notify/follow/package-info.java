/** What the events of the other services mean here: who is told what, and who apologises. */
@NullMarked
package vn.congvu.notify.follow;

import org.jspecify.annotations.NullMarked;
