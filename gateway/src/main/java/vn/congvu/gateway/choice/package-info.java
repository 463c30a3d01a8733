/** The lists that forms choose from: agencies, communes, fields, kinds of misconduct. */
@NullMarked
package vn.congvu.gateway.choice;

import org.jspecify.annotations.NullMarked;
