/** What messages say: shown, tried with sample values and the number of SMS parts, changed. */
@NullMarked
package vn.congvu.gateway.template;

import org.jspecify.annotations.NullMarked;
