/** What reporters ask about their own data: their page behind the code, and the custodian's. */
@NullMarked
package vn.congvu.gateway.datarequest;

import org.jspecify.annotations.NullMarked;
