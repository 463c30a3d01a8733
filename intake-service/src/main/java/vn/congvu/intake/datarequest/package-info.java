/**
 * What reporters ask about their own data (Law 91/2025/QH15): access, correction, erasure; answered by a custodian within 2 working
 * days.
 */
@NullMarked
package vn.congvu.intake.datarequest;

import org.jspecify.annotations.NullMarked;
