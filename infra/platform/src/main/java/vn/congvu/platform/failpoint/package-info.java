/** Places at which a process can be made to die, to prove that nothing is lost or doubled when one does. */
@NullMarked
package vn.congvu.platform.failpoint;

import org.jspecify.annotations.NullMarked;
