/** What a reporter sees of the case, fed by the events of the other services, and the commands they may give. */
@NullMarked
package vn.congvu.intake.tracking;

import org.jspecify.annotations.NullMarked;
